//! Personal data in texts.

use super::*;

fn in_title(text: &str) -> Vec<String> {
    found(changed(|call| call.activities[1].title = Some(text.to_owned())))
}

#[test]
fn personal_data_in_a_text() {
    let emails = "fraga@example.org|Skriv till <barn.unga+1@post.example.org>.|a_b@example.org,|1@example.org";
    let phones = "040-34 10 00|+46 40 34 10 00|0709-12 34 56|Ring 040-34 10 00.|Tel:040-341000|+46 (0)40-34 10 00|\
                  0046 40 34 10 00|0709123456|070-912 34 56|(08-123 456 78)|+4640341000|040 34 10 00|\
                  0709\u{a0}12\u{a0}34\u{a0}56|0410 - 123 45|040/34 10 00";
    // The last but one is a coordination number: its day is 12 + 60.
    let numbers = "121212-1212|19121212-1212|201212121212|för 121212+1212.|(1212121212)|121212–1212|121272-1219|\
                   person-121212-1212";
    for (code, texts) in [("email-address", emails), ("phone-number", phones), ("identity-number", numbers)] {
        for text in texts.split('|') {
            assert_eq!(in_title(text), [format!("activity[1].title {code}")], "{text}");
        }
    }
}

#[test]
fn numbers_that_are_nobodys() {
    let amounts = "1 040 341 000 kr|1 550 000,50 kr|040 341 000 kr|0,5 tjänst|1_550_000|+46 500 000 kr|2 st @ 100.50";
    let times = "2023-12-31|20231231|231231|08-09-2023|2023-06/2023-12|2021–2023|kl. 08.00-17.00|0800-1700|\
                 weeks 21–37|substitutes (210 hours)|230101-1231|20230101-1231";
    let documents = "211 20 Malmö|STK-2023-490|STK-2023-040-341000|STK-2023-121212-1212|KS 2023/1212-1212|\
                     212000-1124|A1212121212|12121212121212|000123456|0123456789|12 3456 7890|@malmo.stad|a@b|10@12.50";
    // A wrong last digit, a 13th month, the 29th of February 1999, and the year 2112.
    let impossible = "121212-1213|121312-1211|990229-1211|21121212-1212";
    for texts in [amounts, times, documents, impossible] {
        for text in texts.split('|') {
            assert_eq!(in_title(text), [""; 0], "{text}");
        }
    }
}

/// Each kind in the dress in which people write it, and what looks like it and is not. The numbers are made up by rule.
#[test]
fn personal_data_in_whatever_dress() {
    let emails = "fraga(at)example.org|fraga [at] example [dot] org|fraga @ example.org|fraga@ example.org|\
                  fra\u{ad}ga@exam\u{200b}ple.org|fraga＠example.org|Fraga (AT) example (punkt) org";
    let phones = "(040) 34 10 00|(040)341000|(040)-34 10 00|040.34.10.00|070.123.45.67|+49 30 1234567|+4930123456|\
                  +1 212 555 0100|0049 30 1234567|０７０－１２３ ４５ ６７|0\u{200b}70-1\u{ad}23 45 67|070\u{2009}123\u{2009}45\u{2009}67|\
                  070\u{2014}123 45 67|ring 070-123 45 67 kräver svar";
    let numbers = "121212 1212|121212 - 1212|12-12-12-1212|1912-12-12-1212|1912-12-12 1212|1912.12.12-1212|\
                   １２１２１２－１２１２|121212\u{ad}-\u{200b}1212|19121212 - 1212|121212/1212|121212 12 12";
    let accounts = "SE45 5000 0000 0583 9825 7466|SE4550000000058398257466|de89 3704 0044 0532 0130 00|\
                    NO93-8601-1117-947|till konto SE4550000000058398257466.";
    let kinds = [
        ("email-address", emails),
        ("phone-number", phones),
        ("identity-number", numbers),
        ("account-number", accounts),
    ];
    for (code, texts) in kinds {
        for text in texts.split('|') {
            assert_eq!(in_title(text), [format!("activity[1].title {code}")], "{text}");
        }
    }
    let nobodys = "036 500 000|036.500.000|KS/2023:0701234567|070 123 456 kr|0701234567 kr|kr 0701234567|SEK 040341000|\
                   1212121212 kr|121212 1212 kronor|+5 000 000|+12 345 678|+10000000|08.12.2023|08-12-2023|08.30-17.00|\
                   2023-12-31 1700|följ oss @malmo.stad|SE45 5000 0000 0583 9825 7467|SE455000000005839825746|2023:121212-1212|\
                   10 (40 34 10)|0,08 123 456|§ 12 1212";
    for text in nobodys.split('|') {
        assert_eq!(in_title(text), [""; 0], "{text}");
    }
}

#[test]
fn personal_data_is_found_in_every_text_and_not_repeated() {
    let mail = "fraga@example.org";
    let mut draft = changed(|call| {
        call.title = mail.to_owned();
        call.funds[0].name = Some(mail.to_owned());
        call.criteria[0].name = Some(mail.to_owned());
        call.applicants[0].name = Some(mail.to_owned());
        call.activities[0].tags.push(mail.to_owned());
        call.activities[1].tags.push(mail.to_owned());
        call.rules[0].name = Some(mail.to_owned());
    });
    draft = draft.activity(activity("p-121212-1212", "fritid", 100_000, 1));
    draft.activities[3].lines =
        vec![Line { title: Some(mail.to_owned()), kind: Some("070-123 45 67".to_owned()), ..Line::new("l", 100_000) }];
    let places = [
        "title email-address",
        "fund[0].name email-address",
        "criterion[0].name email-address",
        "applicant[0].name email-address",
        "activity[0].tags[1] email-address",
        "activity[3].id identity-number",
        "activity[3].line[0].title email-address",
        "activity[3].line[0].kind phone-number",
        "rule[0].name email-address",
    ];
    assert_eq!(found(draft.clone()), places);
    for finding in findings(draft) {
        for lang in [Lang::Sv, Lang::En] {
            let text = message(&finding, lang) + &advice(&finding, lang);
            assert!(!text.contains("example") && !text.contains("1212") && !text.contains("070"));
        }
    }
}
