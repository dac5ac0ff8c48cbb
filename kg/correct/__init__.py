"""What readers say of claims: their file, which claim each row means, and what follows from it."""
