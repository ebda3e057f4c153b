"""3.2 No renewal, and the end of an agreement (Verplichtingen en overeenkomst)"""
