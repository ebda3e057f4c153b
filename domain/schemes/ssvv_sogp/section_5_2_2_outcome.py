"""5.2.2 The three outcomes (Aanvraag beoordeling: conclusies)"""
