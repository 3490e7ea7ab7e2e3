//! How much of a workbook is read. Each limit is far above what a spreadsheet program writes of an office's tables, and
//! together they bound how long reading takes and how much memory it needs.

/// The bytes of a file. A list of 5 000 applications in twelve columns has half of one million.
pub const FILE_BYTES: u64 = 32 * 1024 * 1024;

/// The parts of an archive: a workbook has a dozen, and some for each sheet, picture and comment.
pub const PARTS: u64 = 10_000;

/// The bytes of all parts, unpacked, and so also of the sheet that is read. A sheet of one million cells has half of it.
pub const UNPACKED_BYTES: u64 = 128 * 1024 * 1024;

/// The bytes of a part that is neither a sheet nor the table of texts, unpacked. Styles are the largest of them.
pub const SMALL_PART_BYTES: u64 = 16 * 1024 * 1024;

/// How many times larger a part may become when it is unpacked. Sheets that say the same over and over become 40 times
/// larger; a bomb becomes 1 000 times larger.
pub const GROWTH: u64 = 100;

/// The unpacked bytes up to which a part may grow as it likes, since small parts of nothing but zeros do no harm.
pub const GROWTH_FREE_BYTES: u64 = 1024 * 1024;

/// The bytes of one tag or one stretch of text.
pub const PIECE_BYTES: u64 = 1024 * 1024;

/// The tags, texts and comments of a part. A million cells with formulas have eight millions; so many are read in about a second.
pub const PIECES: u64 = 10_000_000;

/// How deep elements may stand within each other. Those of workbooks stand less than twenty deep.
pub const DEPTH: u64 = 100;

/// The sheets of a workbook.
pub const SHEETS: u64 = 1_000;

/// The texts that the cells of all sheets share.
pub const SHARED_TEXTS: u64 = 1_000_000;

/// The bytes of all texts that are held at once: those that cells share, and those of one sheet besides.
pub const TEXT_BYTES: u64 = 64 * 1024 * 1024;

/// The formats of cells. Excel has at most 65 490.
pub const FORMATS: u64 = 65_536;

/// The cells of a sheet that hold something. As many are read in about a second, and take 100 MB.
pub const CELLS: u64 = 1_000_000;

/// The merged ranges of a sheet.
pub const MERGED: u64 = 100_000;

/// The last row there is in Excel.
pub const LAST_ROW: u32 = 1_048_576;

/// The last column there is in Excel: XFD.
pub const LAST_COLUMN: u32 = 16_384;

/// The bytes of the text of a cell. Excel has at most 32 767 characters, of three bytes or less.
pub const CELL_BYTES: usize = 200_000;

/// The significant digits of a number. A spreadsheet keeps those that are typed, up to this many; what it computes may have more.
pub const DIGITS: usize = 15;

/// The digits of a number before the decimal point, and after it.
pub const PLACES: i32 = 28;

/// What a workbook has more of than is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Bytes of the file.
    FileBytes,
    /// Parts of the archive.
    Parts,
    /// Bytes of all parts, unpacked.
    UnpackedBytes,
    /// Bytes of a part that is neither a sheet nor the table of texts, unpacked.
    SmallPartBytes,
    /// Times that a part is larger unpacked than packed.
    Growth,
    /// Bytes of one tag or one stretch of text.
    PieceBytes,
    /// Tags, texts and comments of a part.
    Pieces,
    /// Elements within each other.
    Depth,
    /// Sheets.
    Sheets,
    /// Texts that cells share.
    SharedTexts,
    /// Bytes of all texts.
    TextBytes,
    /// Formats of cells.
    Formats,
    /// Cells of a sheet that hold something.
    Cells,
    /// Merged ranges of a sheet.
    Merged,
}

impl Limit {
    /// How much of it is read at most.
    #[must_use]
    pub const fn most(self) -> u64 {
        match self {
            Self::FileBytes => FILE_BYTES,
            Self::Parts => PARTS,
            Self::UnpackedBytes => UNPACKED_BYTES,
            Self::SmallPartBytes => SMALL_PART_BYTES,
            Self::Growth => GROWTH,
            Self::PieceBytes => PIECE_BYTES,
            Self::Pieces => PIECES,
            Self::Depth => DEPTH,
            Self::Sheets => SHEETS,
            Self::SharedTexts => SHARED_TEXTS,
            Self::TextBytes => TEXT_BYTES,
            Self::Formats => FORMATS,
            Self::Cells => CELLS,
            Self::Merged => MERGED,
        }
    }

    /// Whether `count` is more than is read.
    pub(crate) const fn is_passed_by(self, count: u64) -> bool {
        count > self.most()
    }
}
