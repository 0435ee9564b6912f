"""Find the passages whose vectors are nearest to the question's: FAISS, exact or approximate, and a tail."""
