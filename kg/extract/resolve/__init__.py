"""What is told elsewhere: events taken up again, parties left out, silence and denial."""
