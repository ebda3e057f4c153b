"""What can be on record in a history taken over; read without any rule."""
