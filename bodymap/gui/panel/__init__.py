"""The panel beside the body: what to do next, the ranked sources, and the page of a muscle."""
