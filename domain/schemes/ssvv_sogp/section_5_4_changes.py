"""5.4 Changes during an agreement (Overeenkomst SSVV - SOG-P erkend opleider)"""
