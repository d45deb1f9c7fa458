"""The side panel: sources ranked, and the page of a muscle."""
