//! Finds e-mail addresses, telephone numbers, identity numbers and account numbers in text, in whatever dress.

use fordela_model::characters::hidden;

use super::numbers::{Mark, Run, short_code, starts};
use super::{PersonalData, iban};

/// With fewer digits, no number is that of a person.
const DIGITS: usize = 7;

/// Whether a text can hold nothing of the kind, as most: it has few digits, no at sign and nothing that may be undressed to
/// one or to digits. Letters that are undressed stand far beyond those of European languages.
fn is_harmless(text: &str) -> bool {
    let may_be_undressed = |byte: u8| matches!(byte, b'@' | b'(' | b'[' | b'{' | 0xCC..);
    !text.bytes().any(may_be_undressed) && text.bytes().filter(u8::is_ascii_digit).count() < DIGITS
}

/// What a text holds that belongs to a person, each kind once.
pub(super) fn personal_data(text: &str) -> Vec<PersonalData> {
    if is_harmless(text) {
        return Vec::new();
    }
    let text = undressed(text);
    let mut found = Vec::new();
    if has_email(&text) {
        found.push(PersonalData::Email);
    }
    if text.bytes().filter(u8::is_ascii_digit).count() < DIGITS {
        return found;
    }
    let text: Vec<char> = text.chars().collect();
    let (mut phone, mut identity, mut account) = (false, false, false);
    let mut at = 0;
    while at < text.len() {
        let end = if let Some(end) = iban::account(&text, at) {
            account = true;
            end
        } else if let Some(end) = identity_number(&text, at) {
            identity = true;
            end
        } else if let Some(end) = phone_number(&text, at) {
            phone = true;
            end
        } else {
            at + 1
        };
        at = end.max(at + 1);
    }
    found.extend(phone.then_some(PersonalData::Phone));
    found.extend(identity.then_some(PersonalData::IdentityNumber));
    found.extend(account.then_some(PersonalData::Account));
    found
}

/// The text without what is not seen, with plain digits and signs, and with what stands for an at sign or a point.
fn undressed(text: &str) -> String {
    const WORDS: [(&str, &str); 9] = [
        ("(at)", "@"),
        ("[at]", "@"),
        ("{at}", "@"),
        ("(snabel-a)", "@"),
        ("(dot)", "."),
        ("[dot]", "."),
        ("{dot}", "."),
        ("(punkt)", "."),
        ("[punkt]", "."),
    ];
    let plain: String = text.chars().filter(|&c| hidden(c).is_none()).map(plain).collect();
    if !plain.contains(['(', '[', '{']) {
        return plain;
    }
    let lower = plain.to_lowercase();
    WORDS.iter().fold(lower, |text, (word, sign)| if text.contains(word) { text.replace(word, sign) } else { text })
}

/// The digit or sign that a character of another width or script stands for.
fn plain(character: char) -> char {
    /// Where the digits of other scripts begin.
    const ZEROS: [u32; 5] = [0x660, 0x6F0, 0x966, 0x9E6, 0xE50];
    let number = u32::from(character);
    let digit = ZEROS.iter().find_map(|zero| number.checked_sub(*zero).filter(|digit| *digit < 10));
    match character {
        _ if character.is_ascii() => character,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(number - 0xFEE0).unwrap_or(character),
        _ => digit.and_then(|digit| char::from_digit(digit, 10)).unwrap_or(character),
    }
}

/// A mailbox, an at sign, and a domain with a point that ends in letters. There may be a space after the sign, and one
/// before it too; a space before it alone makes it the name of an account that anybody may follow.
fn has_email(text: &str) -> bool {
    text.match_indices('@').any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + 1..]);
        let (mailbox, rest) = (before.strip_suffix(' ').unwrap_or(before), after.strip_prefix(' ').unwrap_or(after));
        let is_mailbox = mailbox.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '+'));
        let is_name = mailbox.len() < before.len() && rest.len() == after.len();
        is_mailbox && !is_name && is_domain(rest)
    })
}

/// Whether a text begins with a domain; its points may have spaces around them where they were written as words.
fn is_domain(text: &str) -> bool {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '.')).unwrap_or(text.len());
    let domain = text[..end].trim_end_matches(['.', '-']);
    let parted = text[end..].strip_prefix(" . ").filter(|_| !domain.is_empty());
    let is_top = |top: &str| top.chars().count() >= 2 && top.chars().all(char::is_alphabetic);
    let ends_in_letters = domain.rsplit_once('.').is_some_and(|(host, top)| !host.is_empty() && is_top(top));
    ends_in_letters
        || parted.is_some_and(|rest| is_top(rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default()))
}

/// Where an identity number that starts here ends: `YYMMDD-NNNN` or `YYYYMMDD-NNNN`, with or without marks between its
/// parts. The last may be a plus, for those who have turned a hundred.
fn identity_number(text: &[char], at: usize) -> Option<usize> {
    if !starts(text, at) {
        return None;
    }
    let run = Run::at(text, at);
    let is_dressed =
        matches!(run.sizes(), [10 | 12] | [6 | 8, 4] | [6 | 8, 2, 2] | [2 | 4, 2, 2, 4] | [2 | 4, 2, 2, 2, 2]);
    if !is_dressed || !run.ends || run.is_money(text, at) {
        return None;
    }
    let (date, tail) = run.digits.split_at(run.digits.len() - 4);
    let (century, digits) = run.digits.split_at(date.len() - 6);
    let is_somebody = is_birth_date(century, digits) && is_checked(digits) && !is_period(digits);
    // A space before them makes four digits a time of the day.
    let is_time = run.marks.last() == Some(&Mark::Space) && run.sizes().last() == Some(&4) && is_time(tail);
    (is_somebody && !is_time).then_some(run.end)
}

/// Whether four digits are a time of the day, as people set them.
fn is_time(digits: &[u32]) -> bool {
    matches!(digits, [h, hours, m, minutes] if h * 10 + hours < 24 && *m < 6 && matches!(minutes, 0 | 5))
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

/// Where a telephone number that starts here ends: `040-34 10 00`, `(040) 34 10 00`, `+46 40 34 10 00`, `0709-12 34 56`,
/// `+49 30 123456` and their like.
fn phone_number(text: &[char], at: usize) -> Option<usize> {
    // After a dash, it is part of a document's number.
    if !starts(text, at) || at > 0 && Mark::is_dash(text[at - 1]) {
        return None;
    }
    match text[at..] {
        ['+', first, ..] if first.is_ascii_digit() => abroad(text, at, at + 1),
        ['0', '0', first, ..] if first.is_ascii_digit() && first != '0' => abroad(text, at, at + 2),
        ['0', ..] | ['(', '0', ..] => national(text, at),
        _ => None,
    }
}

/// A number with that of its country, which starts at `at`. Without a mark in it, or in threes, it may be an amount.
fn abroad(text: &[char], from: usize, at: usize) -> Option<usize> {
    let run = Run::at(text, at);
    let is_swedish = run.digits.starts_with(&[4, 6]);
    let count = run.digits.len();
    let fits = match is_swedish {
        true => (9..=13).contains(&count) && !run.digits[2..].starts_with(&[0, 0]),
        false => (9..=15).contains(&count) && run.digits.first() != Some(&0),
    };
    let is_bare = run.marks.is_empty() && at - from > 1;
    let is_amount = (is_bare && !is_swedish) || run.is_in_threes() || run.is_money(text, from);
    (fits && run.ends && !is_amount).then_some(run.end)
}

/// An area code and a subscriber's number that does not start with 0. Without a mark between them, the
/// code is a known one; an amount, a date or a time of the day can look like other forms.
fn national(text: &[char], at: usize) -> Option<usize> {
    let run = Run::at(text, at);
    let (&first, rest) = run.sizes().split_first()?;
    if !run.ends || run.is_in_threes() || run.is_date() || run.goes_on_from_digits(text, at) || run.is_money(text, at) {
        return None;
    }
    let known = (2..=3).any(|code| short_code(&run.digits[..code.min(first)]));
    let (code, in_groups) = match rest {
        [] if known && (9..=10).contains(&first) => (3, true),
        [] => return None,
        [_] => (first, true),
        more => (first, more.iter().all(|size| (2..=3).contains(size))),
    };
    let is_code = rest.is_empty() || short_code(&run.digits[..code]) || (code == 4 && run.digits[1] > 0);
    let subscriber = run.digits.len() - code;
    let starts_well = rest.is_empty() || run.digits.get(code).is_some_and(|&digit| digit > 0);
    (is_code && in_groups && starts_well && (5..=8).contains(&subscriber)).then_some(run.end)
}
