"""The app's screens: gallery, debugger, help and dialogs."""
