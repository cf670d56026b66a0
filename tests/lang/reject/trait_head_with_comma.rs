mod m { use x }
trait T: Copy, Clone {}
