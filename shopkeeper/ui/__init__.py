"""The window: a warm paper card on a quiet desk. Qt lives here and nowhere else."""
