//! Files to calls.
