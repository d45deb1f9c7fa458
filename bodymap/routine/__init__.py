"""What to do: routines planned from the atlas, and the player that leads through them."""
