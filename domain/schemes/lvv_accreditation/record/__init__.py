"""What is on record in a file of this scheme: facts, and how they fold. No rule is read here."""
