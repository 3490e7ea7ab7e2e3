//! How much a file may hold. They keep a hostile or mistaken file from filling the memory or the stack.

/// The largest call file, in bytes: well above fifty thousand activities. Larger calls keep theirs in a CSV file.
pub const CALL_BYTES: usize = 32 * 1024 * 1024;

/// The largest CSV file, in bytes.
pub const CSV_BYTES: usize = 64 * 1024 * 1024;

/// The largest file of scenarios, in bytes.
pub const SCENARIOS_BYTES: usize = 1024 * 1024;

/// The largest log of decisions, in bytes.
pub const LOG_BYTES: usize = 64 * 1024 * 1024;

/// The longest line of what a sweep has kept, in bytes.
pub const JOURNAL_LINE_BYTES: u64 = 64 * 1024 * 1024;

/// The most scenarios in a file; each is an allocation of its own.
pub const SCENARIOS: usize = 1_000;

/// The most calls that hang from one, at all levels together.
pub const CALLS: usize = 1_000;

/// The most words and marks in a call file.
pub const TOKENS: usize = 8_000_000;

/// How deep tables and lists may lie in each other. The deepest value of a call lies at five.
pub const DEPTH: usize = 32;

/// The most parts of a dotted key, such as the three of `activity.scores.samverkan`.
pub const KEY_PARTS: usize = 8;

/// The most columns of a CSV file.
pub const COLUMNS: usize = 1_000;

/// The most cells of a CSV file.
pub const CELLS: usize = 16_000_000;

/// The most errors shown; the rest are counted.
pub const ERRORS: usize = 100;
