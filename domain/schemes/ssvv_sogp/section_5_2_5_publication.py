"""5.2.5 Publication of a recognition (lijst met erkende opleiders, relevante systemen)"""
