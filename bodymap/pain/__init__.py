"""What a drawing means: marks, matching, cautions."""
