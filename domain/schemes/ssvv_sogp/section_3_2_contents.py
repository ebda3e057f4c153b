"""3.2, 5.4 What an agreement holds (Verplichtingen en overeenkomst)"""
