"""Make questions of an archive's own sentences, for somebody who has just opened it: none that it does not answer."""
