//! What is wrong with files.

use std::io::ErrorKind;

use fordela_fault::{
    CsvFault, DecisionFault, EncodingFault, Expected, FileFault, Format, Got, JsonFault, LevelFault, LimitFault,
    LogFault, NumberFault, OutcomeFault, Part, ReadFault, ShapeFault, SheetCellFault, TomlFault, Unfit, ValueFault,
    Within, WorkbookFault,
};
use fordela_model::{Party, keys};
use fordela_num::{Money, MoneyError};
use rust_decimal::Decimal;

use super::{all_told, counts, every, texts};

#[test]
fn files_as_such() {
    let kinds = [
        ErrorKind::NotFound,
        ErrorKind::PermissionDenied,
        ErrorKind::IsADirectory,
        ErrorKind::TimedOut,
        ErrorKind::Interrupted,
        ErrorKind::OutOfMemory,
        ErrorKind::InvalidInput,
        ErrorKind::NotADirectory,
        ErrorKind::ResourceBusy,
        ErrorKind::StaleNetworkFileHandle,
        ErrorKind::Other,
    ];
    let unfit = every!(Unfit {
        Unfit::NotRegular => [Unfit::NotRegular],
        Unfit::Outside => [Unfit::Outside],
    });
    let fault = |text: &str, kind, unfit| ReadFault::File(FileFault { path: text.into(), kind, unfit });
    all_told(texts(|text| fault(&text, ErrorKind::NotFound, None)));
    all_told(kinds.map(|kind| fault("call.toml", kind, None)));
    all_told(unfit.into_iter().map(|unfit| fault("call.toml", ErrorKind::InvalidInput, Some(unfit))));
}

#[test]
fn encodings() {
    let odd = |more, character| EncodingFault::OddByte { byte: 0x96, character, more };
    let all = every!(EncodingFault {
        EncodingFault::NotUtf8 => [EncodingFault::NotUtf8],
        EncodingFault::Utf16 => [EncodingFault::Utf16],
        EncodingFault::Spreadsheet => [EncodingFault::Spreadsheet],
        EncodingFault::OddByte { .. } => [odd(0, Some('ö')), odd(1, None), odd(2, Some('\u{81}'))],
        EncodingFault::Hidden { .. } =>
            ['\0', '\u{202e}', '\u{200b}'].map(|character| EncodingFault::Hidden { character }),
    });
    all_told(all.into_iter().map(ReadFault::Encoding));
}

#[test]
fn sizes() {
    let all = every!(LimitFault {
        LimitFault::CallTooLarge => [LimitFault::CallTooLarge],
        LimitFault::ScenariosTooLarge => [LimitFault::ScenariosTooLarge],
        LimitFault::LogTooLarge => [LimitFault::LogTooLarge],
        LimitFault::TooManyScenarios => [LimitFault::TooManyScenarios],
        LimitFault::CsvTooLarge => [LimitFault::CsvTooLarge],
        LimitFault::TooManyTokens => [LimitFault::TooManyTokens],
        LimitFault::TooDeep => [LimitFault::TooDeep],
        LimitFault::KeyTooLong => [LimitFault::KeyTooLong],
        LimitFault::TooManyColumns => [LimitFault::TooManyColumns],
        LimitFault::TooManyCells => [LimitFault::TooManyCells],
    });
    all_told(all.into_iter().map(ReadFault::Limit));
}

#[test]
fn toml() {
    let within = every!(Within { Within::Header => [Within::Header], Within::Number => [Within::Number] });
    let unexpected = within.into_iter().flat_map(|within| {
        [None, Some('"'), Some('\u{a0}'), Some('x')].map(|found| TomlFault::Unexpected { found, within })
    });
    let all = every!(TomlFault {
        TomlFault::DuplicateKey { .. } => texts(|key| TomlFault::DuplicateKey { key }),
        TomlFault::UnquotedText { .. } => texts(|text| TomlFault::UnquotedText { text }),
        TomlFault::UnquotedKey { .. } => texts(|key| TomlFault::UnquotedKey { key }),
        TomlFault::NoValue => [TomlFault::NoValue],
        TomlFault::NoEquals => [TomlFault::NoEquals],
        TomlFault::TwoEquals => [TomlFault::TwoEquals],
        TomlFault::OpenQuote => [TomlFault::OpenQuote],
        TomlFault::OpenBracket { .. } => [TomlFault::OpenBracket { close: "]]" }],
        TomlFault::ExtraBracket => [TomlFault::ExtraBracket],
        TomlFault::NoComma => [TomlFault::NoComma],
        TomlFault::ExtraComma => [TomlFault::ExtraComma],
        TomlFault::AfterValue => [TomlFault::AfterValue],
        TomlFault::LeadingZero => [TomlFault::LeadingZero],
        TomlFault::Underscore => [TomlFault::Underscore],
        TomlFault::Escape => [TomlFault::Escape],
        TomlFault::NotATable { .. } => texts(|key| TomlFault::NotATable { key }),
        TomlFault::Date { .. } => texts(|text| TomlFault::Date { text }),
        TomlFault::TooDeep => [TomlFault::TooDeep],
        TomlFault::LineEnd => [TomlFault::LineEnd],
        TomlFault::Unexpected { .. } => unexpected,
    });
    all_told(all.into_iter().map(ReadFault::Toml));
}

#[test]
fn json() {
    let all = every!(JsonFault {
        JsonFault::Empty => [JsonFault::Empty],
        JsonFault::NoComma => [JsonFault::NoComma],
        JsonFault::ExtraComma => [JsonFault::ExtraComma],
        JsonFault::NoColon => [JsonFault::NoColon],
        JsonFault::NoValue => [JsonFault::NoValue],
        JsonFault::UnquotedKey => [JsonFault::UnquotedKey],
        JsonFault::UnquotedText => [JsonFault::UnquotedText],
        JsonFault::OpenQuote => [JsonFault::OpenQuote],
        JsonFault::OpenBracket { .. } => ['}', ']'].map(|close| JsonFault::OpenBracket { close }),
        JsonFault::ExtraBracket => [JsonFault::ExtraBracket],
        JsonFault::Comment => [JsonFault::Comment],
        JsonFault::SingleQuotes => [JsonFault::SingleQuotes],
        JsonFault::Number => [JsonFault::Number],
        JsonFault::Escape => [JsonFault::Escape],
        JsonFault::AfterEnd => [JsonFault::AfterEnd],
        JsonFault::Unexpected => [JsonFault::Unexpected],
    });
    all_told(all.into_iter().map(ReadFault::Json));
}

#[test]
fn workbooks() {
    let names = |text: String| vec![text.clone(), text];
    let all = every!(WorkbookFault {
        WorkbookFault::LockedOrOld => [WorkbookFault::LockedOrOld],
        WorkbookFault::OtherKind => [WorkbookFault::OtherKind],
        WorkbookFault::NotAWorkbook => [WorkbookFault::NotAWorkbook],
        WorkbookFault::Damaged => [WorkbookFault::Damaged],
        WorkbookFault::Odd => [WorkbookFault::Odd],
        WorkbookFault::TooLarge => [WorkbookFault::TooLarge],
        WorkbookFault::NoSuchSheet { .. } => texts(|sheet| {
            let sheets = names(sheet.clone());
            WorkbookFault::NoSuchSheet { sheet, sheets }
        }),
        WorkbookFault::WhichSheet { .. } => texts(|sheet| WorkbookFault::WhichSheet { sheets: names(sheet) }),
        WorkbookFault::NothingInIt => [WorkbookFault::NothingInIt],
        WorkbookFault::ActivitiesTwice => [WorkbookFault::ActivitiesTwice],
        WorkbookFault::NoCells { .. } => texts(|sheet| WorkbookFault::NoCells { sheet }),
    });
    all_told(all.into_iter().map(ReadFault::Workbook));
    let cells = every!(SheetCellFault {
        SheetCellFault::NotCalculated => [SheetCellFault::NotCalculated],
        SheetCellFault::Error { .. } => texts(|code| SheetCellFault::Error { code }),
        SheetCellFault::TooManyDigits { .. } => texts(|about| SheetCellFault::TooManyDigits { about }),
        SheetCellFault::TooLargeOrSmall => [SheetCellFault::TooLargeOrSmall],
        SheetCellFault::Scaled => [SheetCellFault::Scaled],
        SheetCellFault::TimeOfDay => [SheetCellFault::TimeOfDay],
        SheetCellFault::NoDate => [SheetCellFault::NoDate],
    });
    all_told(cells.into_iter().map(ReadFault::SheetCell));
}

#[test]
fn tables_of_cells() {
    let unknown = |column: String, nearest| CsvFault::UnknownColumn { column, nearest };
    let same = |text: String| CsvFault::SameColumn { column: text.clone(), other: text, holds: "ask".to_owned() };
    let ragged = |cells: usize| [0, 1, 2].map(|columns| CsvFault::Ragged { cells, columns });
    let disagrees = |text: String| CsvFault::Disagrees { column: text.clone(), activity: text.clone(), first: text };
    let all = every!(CsvFault {
        CsvFault::PathNotRelative { .. } => texts(|path| CsvFault::PathNotRelative { path }),
        CsvFault::PathLeavesFolder { .. } => texts(|path| CsvFault::PathLeavesFolder { path }),
        CsvFault::NoCall => [CsvFault::NoCall],
        CsvFault::Empty => [CsvFault::Empty],
        CsvFault::NoHead => [CsvFault::NoHead],
        CsvFault::SameColumn { .. } => texts(same),
        CsvFault::SumOrActivity => [CsvFault::SumOrActivity],
        CsvFault::UnitAbove => [CsvFault::UnitAbove],
        CsvFault::LonelyCell => [CsvFault::LonelyCell],
        CsvFault::UnknownColumn { .. } => ["score.", "ask"]
            .into_iter()
            .flat_map(|nearest| texts(|column| unknown(column, nearest.to_owned()))),
        CsvFault::UnnamedColumn => [CsvFault::UnnamedColumn],
        CsvFault::DuplicateColumn { .. } => texts(|column| CsvFault::DuplicateColumn { column }),
        CsvFault::MissingColumn { .. } => [CsvFault::MissingColumn { column: "ask" }],
        CsvFault::TornAmount { .. } => texts(|amount| CsvFault::TornAmount { amount }),
        CsvFault::Ragged { .. } => counts(ragged).concat(),
        CsvFault::OpenQuote => [CsvFault::OpenQuote],
        CsvFault::TextAfterQuote => [CsvFault::TextAfterQuote],
        CsvFault::EmptyCell { .. } => [CsvFault::EmptyCell { column: "ask" }],
        CsvFault::Disagrees { .. } => texts(disagrees),
        CsvFault::NoLine { .. } => texts(|column| CsvFault::NoLine { column }),
    });
    all_told(all.into_iter().map(ReadFault::Csv));
}

fn expected() -> Vec<Expected> {
    every!(Expected {
        Expected::Table(_) => parts().into_iter().map(Expected::Table),
        Expected::Tables(_) => parts().into_iter().map(Expected::Tables),
        Expected::Text => [Expected::Text],
        Expected::TextOrTexts => [Expected::TextOrTexts],
        Expected::Texts => [Expected::Texts],
        Expected::Money => [Expected::Money],
        Expected::Amounts => [Expected::Amounts],
        Expected::Number => [Expected::Number],
        Expected::Percent => [Expected::Percent],
        Expected::Limit => [Expected::Limit],
        Expected::Date => [Expected::Date],
        Expected::Period => [Expected::Period],
        Expected::FileName => [Expected::FileName],
        Expected::Settings => [Expected::Settings],
        Expected::YesOrNo => [Expected::YesOrNo],
    })
}

fn got() -> Vec<Got> {
    every!(Got {
        Got::Table => [Got::Table],
        Got::List => [Got::List],
        Got::Text => [Got::Text],
        Got::Number => [Got::Number],
        Got::Date => [Got::Date],
        Got::Bool => [Got::Bool],
        Got::Null => [Got::Null],
    })
}

fn parts() -> Vec<Part> {
    every!(Part {
        Part::Call(_) => keys::Part::ALL.map(Part::Call),
        Part::Scores => [Part::Scores],
        Part::Scenarios => [Part::Scenarios],
        Part::Scenario => [Part::Scenario],
        Part::Log => [Part::Log],
        Part::Entry => [Part::Entry],
        Part::Suggested => [Part::Suggested],
    })
}

#[test]
fn shapes() {
    let not_a_table = |part| got().into_iter().map(move |got| ShapeFault::NotATable { part, got });
    let unknown = |part: Part| {
        [None, Some("ask")]
            .into_iter()
            .flat_map(move |nearest| texts(|key| ShapeFault::UnknownKey { key, part, nearest }))
    };
    let formats = [Format::Toml, Format::Json, Format::Xlsx];
    let missing = |part: Part| {
        let of = move |expected| formats.map(|format| ShapeFault::MissingKey { key: "ask", part, expected, format });
        expected().into_iter().flat_map(of)
    };
    let wrong = |expected: Expected| {
        let of =
            move |got| formats.map(|format| ShapeFault::WrongKind { key: "a\"b".to_owned(), expected, got, format });
        got().into_iter().flat_map(of)
    };
    let all = every!(ShapeFault {
        ShapeFault::Empty => [ShapeFault::Empty],
        ShapeFault::NotATable { .. } => parts().into_iter().flat_map(not_a_table),
        ShapeFault::UnknownKey { .. } => parts().into_iter().flat_map(unknown),
        ShapeFault::MissingKey { .. } => parts().into_iter().flat_map(missing),
        ShapeFault::DuplicateKey { .. } => texts(|key| ShapeFault::DuplicateKey { key }),
        ShapeFault::WrongKind { .. } => expected().into_iter().flat_map(wrong),
    });
    all_told(all.into_iter().map(ReadFault::Shape));
}

/// Words that a key takes.
const EACH: &[keys::Word] =
    &[keys::Word { word: "area", sv: "område", means: keys::Meaning { sv: "varje område", en: "every area" } }];

#[test]
fn values() {
    let money = every!(MoneyError {
        MoneyError::Empty => [MoneyError::Empty],
        MoneyError::NotANumber => [MoneyError::NotANumber],
        MoneyError::OtherCurrency => [MoneyError::OtherCurrency],
        MoneyError::Ambiguous => [MoneyError::Ambiguous],
        MoneyError::FinerThanHundredths => [MoneyError::FinerThanHundredths],
        MoneyError::TooLarge => [MoneyError::TooLarge],
    });
    let number = every!(NumberFault {
        NumberFault::NotANumber => [NumberFault::NotANumber],
        NumberFault::Exponent => [NumberFault::Exponent],
        NumberFault::NotFinite => [NumberFault::NotFinite],
        NumberFault::Radix => [NumberFault::Radix],
        NumberFault::TooManyDigits => [NumberFault::TooManyDigits],
        NumberFault::Ambiguous => [NumberFault::Ambiguous],
    });
    let nearest = [None, Some("budget")];
    let unsigned = |of_one| texts(|text| ValueFault::NoPercentSign { text, of_one });
    let base = |nearest| texts(|base| ValueFault::UnknownBase { percent: base.clone(), base, nearest });
    let word = |nearest| {
        texts(|word| ValueFault::UnknownWord { key: "each", word, words: vec!["area", "tag", "fund"], nearest })
    };
    let all = every!(ValueFault {
        ValueFault::Money { .. } =>
            money.into_iter().flat_map(|cause| texts(|text| ValueFault::Money { text, cause: cause.clone() })),
        ValueFault::Number { .. } =>
            number.into_iter().flat_map(|cause| texts(|text| ValueFault::Number { text, cause })),
        ValueFault::NoPercentSign { .. } => [None, Some(Decimal::new(335, 1))].into_iter().flat_map(unsigned),
        ValueFault::NotAPercentage { .. } => texts(|text| ValueFault::NotAPercentage { text }),
        ValueFault::NotADate { .. } => texts(|text| ValueFault::NotADate { text }),
        ValueFault::PercentOfWhat { .. } => texts(|text| ValueFault::PercentOfWhat { text }),
        ValueFault::UnknownBase { .. } => nearest.into_iter().flat_map(base),
        ValueFault::UnknownWord { .. } => nearest.into_iter().flat_map(word),
        ValueFault::UnknownCellWord { .. } => texts(|word| ValueFault::UnknownCellWord { word, words: EACH }),
        ValueFault::CellPercentOfWhat { .. } => texts(|text| ValueFault::CellPercentOfWhat { text }),
        ValueFault::NotASetting { .. } => texts(|text| ValueFault::NotASetting { text }),
        ValueFault::NotOneLine => [ValueFault::NotOneLine],
    });
    all_told(all.into_iter().map(ReadFault::Value));
}

#[test]
fn levels() {
    let cycle = |count: usize| LevelFault::Cycle { chain: vec!["call.toml".to_owned(); count.min(3)] };
    let twice = |text: String| LevelFault::NamedTwice { path: text.clone(), first: ("call.toml".to_owned(), text) };
    let all = every!(LevelFault {
        LevelFault::PathNotRelative { .. } => texts(|path| LevelFault::PathNotRelative { path }),
        LevelFault::PathTooFar { .. } => texts(|path| LevelFault::PathTooFar { path }),
        LevelFault::NoCallFile { .. } => texts(|path| LevelFault::NoCallFile { path }),
        LevelFault::Cycle { .. } => counts(cycle),
        LevelFault::NamedTwice { .. } => texts(twice),
        LevelFault::TooMany { .. } => counts(|most| LevelFault::TooMany { most }),
        LevelFault::TooDeep { .. } => counts(|most| LevelFault::TooDeep { most }),
        LevelFault::Currency { .. } => texts(|own| LevelFault::Currency { above: "SEK".to_owned(), own }),
    });
    all_told(all.into_iter().map(ReadFault::Level));
}

#[test]
fn decisions() {
    let parties = every!(Party {
        Party::Activity => [Party::Activity],
        Party::Applicant => [Party::Applicant],
    });
    let near = |id: String| [None, Some("Kultur".to_owned()), Some(id)];
    let unknown = |to: Party| {
        texts(|id| near(id.clone()).map(|nearest| DecisionFault::UnknownId { to, id: id.clone(), nearest })).concat()
    };
    let fund = |id: String| near(id.clone()).map(|nearest| DecisionFault::UnknownFund { id: id.clone(), nearest });
    let all = every!(DecisionFault {
        DecisionFault::NothingGranted => [DecisionFault::NothingGranted],
        DecisionFault::NoIds => [DecisionFault::NoIds],
        DecisionFault::NoAllocation => [DecisionFault::NoAllocation],
        DecisionFault::NoKey { .. } => [DecisionFault::NoKey { key: "id" }],
        DecisionFault::UnknownId { .. } => parties.iter().flat_map(|&to| unknown(to)),
        DecisionFault::Twice { .. } => parties.iter().flat_map(|&to| texts(|id| DecisionFault::Twice { to, id })),
        DecisionFault::Missing { .. } => parties.iter().flat_map(|&to| texts(|id| DecisionFault::Missing { to, id })),
        DecisionFault::Negative => [DecisionFault::Negative],
        DecisionFault::UnknownFund { .. } => texts(fund).concat(),
        DecisionFault::NotSumOfFunds { .. } =>
            [DecisionFault::NotSumOfFunds { granted: Money::new(1_000_000), sum: Money::new(1) }],
    });
    all_told(all.into_iter().map(ReadFault::Decision));
}

#[test]
fn logs_and_outcomes() {
    let logs = every!(LogFault {
        LogFault::Edited { .. } => counts(|entry| LogFault::Edited { entry }),
        LogFault::Gap { .. } => counts(|entry| LogFault::Gap { entry }),
        LogFault::After { .. } => counts(|entry| LogFault::After { entry }),
        LogFault::NotACount { .. } => texts(|text| LogFault::NotACount { text }),
    });
    all_told(logs.into_iter().map(ReadFault::Log));
    let unknown = |nearest| texts(|column| OutcomeFault::UnknownColumn { column, nearest });
    let outcomes = every!(OutcomeFault {
        OutcomeFault::NothingReported => [OutcomeFault::NothingReported],
        OutcomeFault::UnknownColumn { .. } => [None, Some("spent")].into_iter().flat_map(unknown),
        OutcomeFault::NoColumns { .. } => [true, false].map(|lacks_ids| OutcomeFault::NoColumns { lacks_ids }),
    });
    all_told(outcomes.into_iter().map(ReadFault::Outcome));
}
