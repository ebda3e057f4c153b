"""5.2.2 Assessment of the application (Aanvraag beoordeling)"""
