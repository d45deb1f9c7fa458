"""What a screen reader meets that is no widget, and what is said to it. See docs/accessibility.md."""
