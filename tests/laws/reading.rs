//! Laws of what is read: personal data is found in whatever dress, and in nothing that belongs to nobody; an amount is read
//! as it was written, or not at all. All numbers are made up by rule.

use fordela::lint::PersonalData;
use fordela::{Money, MoneyError};
use fordela_proptest::tries;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Digits of the day, a serial number and what checks them, for somebody who never lived: made by rule.
fn identity() -> impl Strategy<Value = [String; 5]> {
    (select(vec!["19", "20"]), 0..24_u32, 1..13_u32, 1..29_u32, any::<bool>(), 0..1000_u32).prop_map(
        |(century, year, month, day, coordination, serial)| {
            let day = if coordination { day + 60 } else { day };
            let nine = format!("{year:02}{month:02}{day:02}{serial:03}");
            let sum: u32 = nine
                .chars()
                .enumerate()
                .map(|(n, digit)| digit.to_digit(10).expect("a digit") * if n % 2 == 0 { 2 } else { 1 })
                .map(|product| product / 10 + product % 10)
                .sum();
            let tail = format!("{serial:03}{}", (10 - sum % 10) % 10);
            [century.to_owned(), format!("{year:02}"), format!("{month:02}"), format!("{day:02}"), tail]
        },
    )
}

/// The number in a dress that people give it; none that makes it a period or a time of the day.
fn dressed(parts: [String; 5], dress: usize, dash: &str) -> Option<String> {
    let [century, year, month, day, tail] = parts;
    let is_first = day == "01" && ("0131"..="1231").contains(&&*tail);
    let is_time = tail[..2] < *"24" && tail[2..3] < *"6" && (tail.ends_with('0') || tail.ends_with('5'));
    if is_first || is_time {
        return None;
    }
    Some(match dress {
        0 => format!("{year}{month}{day}{tail}"),
        1 => format!("{century}{year}{month}{day}{tail}"),
        2 => format!("{year}{month}{day}{dash}{tail}"),
        3 => format!("{century}{year}{month}{day}{dash}{tail}"),
        4 => format!("{year}{month}{day} {dash} {tail}"),
        5 => format!("{year}{month}{day} {tail}"),
        6 => format!("{century}{year}-{month}-{day}{dash}{tail}"),
        7 => format!("{year}.{month}.{day}{dash}{tail}"),
        _ => format!("{century}{year} {month} {day} {tail}"),
    })
}

/// What is not seen between some letters, and digits of another width.
fn disguised(text: &str, hide: &[bool], wide: bool) -> String {
    let widened = |c: char| match c.to_digit(10) {
        Some(digit) if wide => char::from_u32(0xFF10 + digit).expect("a digit"),
        _ => c,
    };
    let letters = text.chars().zip(hide.iter().cycle());
    letters.flat_map(|(c, hide)| [Some(widened(c)), hide.then_some('\u{ad}')]).flatten().collect()
}

/// The number in groups of three.
fn grouped(number: u64, mark: &str) -> String {
    let plain = number.to_string();
    let mut text = String::new();
    for (n, digit) in plain.chars().enumerate() {
        if n > 0 && (plain.len() - n).is_multiple_of(3) {
            text.push_str(mark);
        }
        text.push(digit);
    }
    text
}

proptest! {
    #![proptest_config(tries(500))]

    #[test]
    fn an_identity_number_is_found_in_any_dress(
        parts in identity(),
        dress in 0..9_usize,
        dash in select(vec!["-", "–", "\u{2011}", "/", "+"]),
        (before, after) in select(vec![("", ""), ("för ", ","), ("(", ")"), ("nr:", "."), ("\u{201d}", "\u{201d}")]),
        hide in vec(any::<bool>(), 1..8),
        wide in any::<bool>(),
    ) {
        if let Some(number) = dressed(parts, dress, dash) {
            let text = format!("{before}{}{after}", disguised(&number, &hide, wide));
            prop_assert!(PersonalData::in_text(&text).contains(&PersonalData::IdentityNumber), "{}", number);
        }
    }

    #[test]
    fn a_telephone_number_is_found_in_any_dress(
        code in select(vec!["08", "031", "040", "070", "073", "0410"]),
        first in 1..10_u32,
        rest in 100_000..1_000_000_u32,
        dress in 0..8_usize,
        wide in any::<bool>(),
    ) {
        let (a, b, c) = (rest / 10_000, rest / 100 % 100, rest % 100);
        let bare = code.trim_start_matches('0');
        let number = match dress {
            0 => format!("{code}-{first}{a:02} {b:02} {c:02}"),
            1 => format!("({code}) {first}{a:02} {b:02} {c:02}"),
            2 => format!("{code}.{first}{a:02}.{b:02}.{c:02}"),
            3 => format!("{code} - {first}{rest}"),
            4 => format!("+46 {bare} {first}{a:02} {b:02} {c:02}"),
            5 => format!("+46 (0){bare}-{first}{a:02} {b:02} {c:02}"),
            6 => format!("0046 {bare} {first}{rest}"),
            _ => format!("+49 {bare} {first}{rest}"),
        };
        let text = format!("ring {}.", disguised(&number, &[false], wide));
        prop_assert_eq!(PersonalData::in_text(&text), [PersonalData::Phone], "{}", number);
    }

    #[test]
    fn an_account_number_is_found_in_any_dress(number in 0..10_u64.pow(15), mark in select(vec!["", " ", "-"]), lower in any::<bool>()) {
        let number = format!("50000{number:015}");
        // `SE` is 28 and 14; the number, the country and the check digits leave 1 when parted by 97.
        let left = format!("{number}281400").bytes().fold(0_u32, |left, digit| (left * 10 + u32::from(digit - b'0')) % 97);
        let whole = format!("SE{:02}{number}", 98 - left);
        let groups: Vec<&str> = (0..6).map(|n| &whole[4 * n..4 * n + 4]).collect();
        let text = groups.join(mark);
        let text = if lower { text.to_lowercase() } else { text };
        prop_assert!(PersonalData::in_text(&format!("till {text}.")).contains(&PersonalData::Account), "{}", text);
        let wrong = text.replacen(&whole[2..4], &format!("{:02}", 97 - left), 1);
        prop_assert!(!PersonalData::in_text(&wrong).contains(&PersonalData::Account), "{}", wrong);
    }

    #[test]
    fn amounts_and_the_numbers_of_documents_are_nobodys(
        number in 1..10_u64.pow(12),
        mark in select(vec![" ", "\u{a0}", ".", "_", ","]),
        (before, after) in select(vec![("", " kr"), ("", " SEK"), ("", ":-"), ("", " tkr"), ("kr ", ""), ("SEK ", ""), ("", " kronor"), ("€ ", ""), ("", "")]),
        decimals in select(vec!["", ",50", ",00"]),
        year in 2000..2030_u32,
        dress in 0..8_usize,
    ) {
        let short = number % 10_u64.pow(10);
        let text = match dress {
            0 => format!("{before}{}{decimals}{after}", grouped(number, mark)),
            // Ten or twelve digits without a mark may be an identity number, unless they are said to be money.
            1 if after.is_empty() && before.is_empty() => format!("{}", number % 1_000_000),
            1 => format!("{before}{number}{after}"),
            2 => format!("{:03} {:03} {:03}", number % 1000, number / 1000 % 1000, number / 1_000_000 % 1000),
            3 => format!("KS/{year}:{short:010}"),
            4 => format!("STK-{year}-{short:010}"),
            5 => format!("dnr {year}/{short:010}"),
            6 => format!("{year}-12-31 1700"),
            _ => format!("{year}.{:05}.{:04}", number % 100_000, number % 10_000),
        };
        prop_assert!(PersonalData::in_text(&text).is_empty(), "{}", text);
    }

    #[test]
    fn an_amount_is_what_it_says_or_is_refused(
        number in 0..10_u64.pow(12),
        mark in select(vec!["", " ", "\u{a0}", ".", ",", "'"]),
        point in select(vec!["", ".", ","]),
        decimals in 0..10_000_u32,
        width in 1..4_usize,
        (before, after, currency) in select(vec![("", "", ""), ("", " kr", "SEK"), ("SEK ", "", "SEK"), ("", ":-", "SEK"), ("€", "", "EUR"), ("", " EUR", "EUR"), ("", " euro", "EUR")]),
        call in select(vec!["SEK", "EUR", "NOK"]),
    ) {
        // A mark that stands twice parts thousands.
        prop_assume!(point.is_empty() || point != mark);
        let decimals = format!("{decimals:04}")[..width].to_owned();
        let written = format!("{}{point}{}", grouped(number, mark), if point.is_empty() { "" } else { &decimals });
        let text = format!("{before}{written}{after}");
        // Crowns are crowns in Norway too, but a code is that of one country.
        let is_ours = currency.is_empty() || currency == call || (call == "NOK" && currency == "SEK" && before.is_empty());
        // All that the text can mean: every mark parts thousands, or the last comma or point parts decimals.
        let digits: String = written.chars().filter(char::is_ascii_digit).collect();
        let whole = digits.strip_suffix(decimals.as_str()).filter(|_| !point.is_empty());
        let by_point = whole.map(|whole| format!("{whole}.{decimals}"));
        match Money::parse_in(&text, call) {
            Err(MoneyError::OtherCurrency) => prop_assert!(!is_ours, "{}", text),
            Err(_) => {}
            Ok(amount) => {
                prop_assert!(is_ours, "{}", text);
                let meant = by_point.unwrap_or(digits);
                prop_assert_eq!(amount, meant.parse::<rust_decimal::Decimal>().expect("a number").try_into().expect("money"), "{}", text);
                let thousands = written.rsplit([',', '.']).next().is_some_and(|last| last.len() == 3);
                let is_one_mark = written.matches([',', '.']).count() == 1;
                prop_assert!(!(thousands && is_one_mark) || number == 0, "{} may be several amounts", text);
            }
        }
    }
}
