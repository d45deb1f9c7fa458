"""What is known: muscles, trigger points, zones, landmarks, regions, sources, and how they are read and checked."""
