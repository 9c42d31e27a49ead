//! Slices about workers and the register itself: signing in, own account, accounts and rights, oversight.

