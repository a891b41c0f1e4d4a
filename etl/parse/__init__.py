"""From a document as read to statements about people in commissions."""
