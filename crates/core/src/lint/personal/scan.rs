//! Finds e-mail addresses, telephone numbers and identity numbers in text.

use super::PersonalData;

/// What a text holds that belongs to a person, each kind once.
pub(super) fn personal_data(text: &str) -> Vec<PersonalData> {
    let mut found = Vec::new();
    if has_email(text) {
        found.push(PersonalData::Email);
    }
    if text.bytes().filter(u8::is_ascii_digit).count() < 7 {
        return found;
    }
    let text: Vec<char> = text.chars().collect();
    let mut at = 0;
    let (mut phone, mut identity) = (false, false);
    while at < text.len() {
        if let Some(end) = identity_number(&text, at) {
            (identity, at) = (true, end);
        } else if let Some(end) = phone_number(&text, at) {
            (phone, at) = (true, end);
        } else {
            at += 1;
        }
    }
    found.extend(phone.then_some(PersonalData::Phone));
    found.extend(identity.then_some(PersonalData::IdentityNumber));
    found
}

/// A mailbox, an at sign, and a domain with a point that ends in letters.
fn has_email(text: &str) -> bool {
    text.match_indices('@').any(|(at, _)| {
        let mailbox = text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '+'));
        let rest = &text[at + 1..];
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '.')).unwrap_or(rest.len());
        let domain = rest[..end].trim_end_matches(['.', '-']);
        mailbox
            && domain.rsplit_once('.').is_some_and(|(host, top)| {
                !host.is_empty() && top.chars().count() >= 2 && top.chars().all(char::is_alphabetic)
            })
    })
}

fn digit(text: &[char], at: usize) -> Option<u32> {
    text.get(at)?.to_digit(10)
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '\u{2212}')
}

/// Whether what stands before is no part of the same number or word.
fn starts(text: &[char], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| text[before]) else { return true };
    let joins = is_dash(before) || matches!(before, '.' | ',' | '/' | '+');
    !(before.is_alphanumeric() || joins && at >= 2 && text[at - 2].is_numeric())
}

/// Whether what stands after is no part of the same number or word.
fn ends(text: &[char], end: usize) -> bool {
    let Some(&after) = text.get(end) else { return true };
    let joins = is_dash(after) || matches!(after, '.' | ',' | '/');
    !(after.is_alphanumeric() || joins && digit(text, end + 1).is_some())
}

/// Where an identity number that starts here ends: `YYMMDD-NNNN` or `YYYYMMDD-NNNN`, with or without
/// the dash, which is a plus for those who have turned a hundred.
fn identity_number(text: &[char], at: usize) -> Option<usize> {
    if !starts(text, at) {
        return None;
    }
    let run = (at..text.len()).take_while(|&n| digit(text, n).is_some()).count();
    let (date, end) = match run {
        6 | 8 if text.get(at + run).is_some_and(|&c| is_dash(c) || c == '+') => (run, at + run + 5),
        10 | 12 => (run - 4, at + run),
        _ => return None,
    };
    let digits: Vec<u32> = (at..at + date).chain(end - 4..end).map(|n| digit(text, n)).collect::<Option<_>>()?;
    let (century, digits) = digits.split_at(date - 6);
    let real = is_birth_date(century, digits) && is_checked(digits) && !is_period(digits);
    (real && ends(text, end)).then_some(end)
}

/// The day of a coordination number is 60 higher.
fn is_birth_date(century: &[u32], digits: &[u32]) -> bool {
    let pair = |n: usize| digits[n] * 10 + digits[n + 1];
    let (year, month, day) = (pair(0), pair(2), pair(4));
    // Of the hundreds that can be meant, only 2000 is a leap year.
    let leap = year % 4 == 0 && (year != 0 || century != [1, 9]);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    let century = matches!(century, [] | [1, 8 | 9] | [2, 0]);
    century && ((1..=days).contains(&day) || (61..=60 + days).contains(&day))
}

/// The last digit checks the nine before it: every other digit is doubled, and the digits of the
/// products add up to a multiple of ten.
fn is_checked(digits: &[u32]) -> bool {
    let products = digits.iter().enumerate().map(|(n, &digit)| if n % 2 == 0 { digit * 2 } else { digit });
    products.map(|product| product / 10 + product % 10).sum::<u32>().is_multiple_of(10)
}

/// `230101-1231` is a period: it starts on the first of a month and ends on the last day of one.
fn is_period(digits: &[u32]) -> bool {
    const LAST_DAYS: [u32; 13] = [131, 228, 229, 331, 430, 531, 630, 731, 831, 930, 1031, 1130, 1231];
    let end = digits[6..].iter().fold(0, |number, digit| number * 10 + digit);
    digits[4..6] == [0, 1] && LAST_DAYS.contains(&end)
}

/// Where a telephone number that starts here ends: `040-34 10 00`, `+46 40 34 10 00`, `0709-12 34 56`
/// and their like.
fn phone_number(text: &[char], at: usize) -> Option<usize> {
    // After a dash, it is part of a document's number.
    if !starts(text, at) || at > 0 && is_dash(text[at - 1]) {
        return None;
    }
    match text[at..] {
        ['+', '4', '6', ..] => after_country(text, at + 3),
        ['0', '0', '4', '6', ..] => after_country(text, at + 4),
        ['0', ..] => national(text, at),
        _ => None,
    }
}

/// After the country: seven to nine digits, the first not 0, with a mark or `(0)` between.
fn after_country(text: &[char], at: usize) -> Option<usize> {
    let mut at = at + separator(text, at);
    if text[at..].starts_with(&['(', '0', ')']) {
        at += 3;
        at += separator(text, at);
    }
    let groups = groups(text, at);
    let digits: usize = groups.sizes.iter().sum();
    let first = digit(text, at)?;
    ((7..=9).contains(&digits) && first > 0 && is_end(text, groups.end)).then_some(groups.end)
}

/// Area codes of two and three digits; all others have four.
const SHORT_CODES: [&str; 29] = [
    "08", "010", "011", "013", "016", "018", "019", "020", "021", "023", "026", "031", "033", "035", "036", "040",
    "042", "044", "046", "054", "060", "063", "070", "072", "073", "076", "077", "079", "090",
];

fn short_code(digits: &[char]) -> bool {
    let code: String = digits.iter().collect();
    SHORT_CODES.contains(&code.as_str())
}

/// An area code and a subscriber's number that does not start with 0. Without a mark between them, the
/// code is a known one; an amount or a clock time can look like other forms.
fn national(text: &[char], at: usize) -> Option<usize> {
    let groups = groups(text, at);
    let (&first, rest) = groups.sizes.split_first()?;
    let known = (2..=3).any(|code| short_code(&text[at..at + code.min(first)]));
    let mut parts = rest.iter();
    let subscriber = if rest.is_empty() {
        if !known || !(9..=10).contains(&first) {
            return None;
        }
        first - 3
    } else {
        let is_code = short_code(&text[at..at + first]) || (first == 4 && digit(text, at + 1)? > 0);
        let start = at + first + separator(text, at + first);
        let in_groups = rest.len() == 1 || parts.all(|size| (2..=3).contains(size));
        if !is_code || !in_groups || digit(text, start)? == 0 || spaced_amount(text, at, groups.only_spaces) {
            return None;
        }
        rest.iter().sum()
    };
    ((5..=8).contains(&subscriber) && is_end(text, groups.end)).then_some(groups.end)
}

/// Whether the groups go on from digits before them, as in `1 040 341 000`.
fn spaced_amount(text: &[char], at: usize, only_spaces: bool) -> bool {
    only_spaces && at >= 2 && is_space(text[at - 1]) && digit(text, at - 2).is_some()
}

/// Digits with a mark or a space between some of them.
struct Groups {
    sizes: Vec<usize>,
    end: usize,
    only_spaces: bool,
}

fn groups(text: &[char], mut at: usize) -> Groups {
    let mut groups = Groups { sizes: Vec::new(), end: at, only_spaces: true };
    loop {
        let size = (at..text.len()).take_while(|&n| digit(text, n).is_some()).count();
        if size == 0 {
            return groups;
        }
        groups.sizes.push(size);
        groups.end = at + size;
        let mark = separator(text, groups.end);
        if mark == 0 || digit(text, groups.end + mark).is_none() {
            return groups;
        }
        groups.only_spaces &= is_space(text[groups.end]);
        at = groups.end + mark;
    }
}

/// The length of the mark between two groups of digits: a space, or a dash or slash with or without spaces.
fn separator(text: &[char], at: usize) -> usize {
    let space = |n: usize| usize::from(text.get(n).is_some_and(|&c| is_space(c)));
    let before = space(at);
    match text.get(at + before) {
        Some(&c) if is_dash(c) || c == '/' => before + 1 + space(at + before + 1),
        _ => before,
    }
}

/// Whether the number ends here, and is no sum of money.
fn is_end(text: &[char], end: usize) -> bool {
    let rest: String = text[end..].iter().take(8).collect();
    let rest = rest.trim_start().to_lowercase();
    let money = ["kr", "sek", ":-", "tkr", "mkr", "mnkr"].iter().any(|unit| rest.starts_with(unit));
    ends(text, end) && !money
}
