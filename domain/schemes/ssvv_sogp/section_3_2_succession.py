"""3.2 Successor agreements (Verplichtingen en overeenkomst)"""
