"""The body on the screen: figures side by side, what is marked on them, and the mouse and keys that work on them."""
