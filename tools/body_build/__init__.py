"""Makes `assets/body/` from the CC0 MakeHuman base mesh. Run by `tools/build_body.py`, never by a user."""
