//! Lists of applications in the shapes in which Swedish, Danish, Norwegian, Finnish and British offices publish and keep
//! theirs, with made-up contents: one command makes a sensible call of each, or says what to do.

use std::fs;

use super::{run, status, text};

/// What comes of a list: so many activities and applicants and so much asked for, or what is said of it and where.
enum Comes {
    Call(usize, usize, &'static str),
    Told(&'static str),
}

use Comes::{Call, Told};

const LISTS: &[(&str, &str, &str, Comes)] = &[
    (
        "numbered rows",
        "SEK",
        "Nr;Sökande;Insats;Sökt belopp\n1;Kulturnämnden;Musik;500 000\n2;Fritidsnämnden;Läger;400 000\n",
        Call(2, 2, "900,000 kr"),
    ),
    (
        "a year and what amounts are in above the column",
        "SEK",
        "Nämnd,Projekt,\"Sökt belopp 2026, tkr\"\nKultur,Musik,500\nFritid,Läger,\"1 400\"\n",
        Call(2, 2, "1,900,000 kr"),
    ),
    (
        "millions",
        "SEK",
        "Nämnd\tAktivitet\tÄskat (mnkr)\nKultur\tMusik\t1,2\nFritid\tLäger\t0,35\n",
        Call(2, 2, "1,550,000 kr"),
    ),
    (
        "applicants as headings",
        "SEK",
        "Aktivitet;Sökt;Kommentar\nKulturnämnden;;\nMusik;500 000 kr;ny\nScen;300 000 kr;\nFritidsnämnden;;\nLäger;400 000 kr;\n",
        Call(3, 2, "1,200,000 kr"),
    ),
    (
        "sums under each applicant",
        "SEK",
        "Nämnd;Aktivitet;Sökt\nKultur;Musik;500000\nKultur;Scen;300000\nDelsumma;;800000\nFritid;Läger;400000\nDelsumma;;400000\nTotalt;;1200000\n",
        Call(3, 2, "1,200,000 kr"),
    ),
    (
        "a foreword of several lines",
        "SEK",
        "Socialt utsatta områden;;;\nSammanställning av ansökningar;;;\nUppdaterad 2026-03-01;;;\n;;;\nFörvaltning;Insats;Ansökt belopp;Område\nKultur;Musik;500000;Rosengård\n",
        Call(1, 1, "500,000 kr"),
    ),
    (
        "remarks below",
        "SEK",
        "Nämnd;Aktivitet;Sökt\nKultur;Musik;500000\n;;\nBeloppen avser helår.;;\nKälla: ansökningarna;;\n",
        Call(1, 1, "500,000 kr"),
    ),
    (
        "scores with a comma",
        "SEK",
        "Nämnd;Aktivitet;Sökt;Områdeslyft;Barn och unga\nKultur;Musik;500000;2,5;3\nFritid;Läger;400000;1;\n",
        Call(2, 2, "900,000 kr"),
    ),
    (
        "headings in capitals, over two lines",
        "SEK",
        "NÄMND;AKTIVITET;\"SÖKT\nBELOPP\"\nKultur;Musik;500000\n",
        Call(1, 1, "500,000 kr"),
    ),
    (
        "what was granted before stands beside it",
        "SEK",
        "Förening;Projekt;Sökt belopp;Beviljat 2025\nKlubben;Läger;40 000;35 000\n",
        Call(1, 1, "40,000 kr"),
    ),
    (
        "crowns with a dash",
        "SEK",
        "Sökande;Projekt;Sökt\nKlubben;Läger;40 000:-\nFöreningen;Kör;1.200.000:-\n",
        Call(2, 2, "1,240,000 kr"),
    ),
    (
        "a column of contacts",
        "SEK",
        "Sökande;Projekt;Sökt;Kontakt\nKlubben;Läger;40000;info@example.org\n",
        Call(1, 1, "40,000 kr"),
    ),
    (
        "Danish",
        "DKK",
        "Ansøger;Projektets navn;Ansøgt beløb\nForeningen;Sommerlejr;1.250.000 kr.\nKlubben;Musik;80 000 kr.\n",
        Call(2, 2, "1,330,000 DKK"),
    ),
    (
        "Norwegian",
        "NOK",
        "Søker;Prosjekt;Søknadssum\nIdrettslaget;Leir;250 000\nKoret;Sang;40 000,50\n",
        Call(2, 2, "290,000.50 NOK"),
    ),
    (
        "Finnish",
        "EUR",
        "Hakija;Hanke;Haettu summa (€)\nYhdistys;Leiri;12 000\nKuoro;Laulu;3 500,50\nYhteensä;;15 500,50\n",
        Call(2, 2, "15,500.50 EUR"),
    ),
    (
        "British",
        "GBP",
        "Organisation name,Project title,Amount requested,Ward\nThe club,Summer camp,\"£12,500.00\",North\nThe choir,Songs,£800,South\n",
        Call(2, 2, "13,300 GBP"),
    ),
    (
        "a point that may part thousands",
        "DKK",
        "Ansøger;Projekt;Ansøgt beløb\nForeningen;Lejr;350.000\nKlubben;Musik;80.000\nKoret;Sang;45.000\nBandet;Turné;60.000\n",
        Told("lista.csv:2:17"),
    ),
    ("another currency", "SEK", "Sökande;Projekt;Sökt\nKlubben;Läger;4 000 €\n", Told("is in another currency")),
    (
        "two columns of sums",
        "SEK",
        "Nämnd;Aktivitet;Sökt;Äskat\nKultur;Musik;1;2\n",
        Told("both `Sökt` and `Äskat` may be `ask`"),
    ),
    (
        "scores of two years",
        "SEK",
        "Nämnd;Aktivitet;Sökt;Poäng 2025;Poäng 2026\nKultur;Musik;500000;1;3\n",
        Call(1, 1, "500,000 kr"),
    ),
    ("nothing is asked for", "SEK", "Nämnd;Aktivitet\nKultur;Musik\n", Told("lista.csv:2:8")),
    ("a sum less than nothing", "SEK", "Nämnd;Aktivitet;Sökt\nKultur;Musik;-500\n", Told("lista.csv:2:14")),
    (
        "activities called as sums are",
        "SEK",
        "Nämnd;Aktivitet;Sökt\nTotal Teater;Summa summarum-festival;500000\nTotal Teater;Pjäs;100000\nS:a;;600000\n",
        Call(2, 1, "600,000 kr"),
    ),
    (
        "the names of columns once more",
        "SEK",
        "Nämnd;Aktivitet;Sökt\nKultur;Musik;500000\nNämnd;Aktivitet;Sökt\nFritid;Läger;400000\n",
        Call(2, 2, "900,000 kr"),
    ),
    (
        "running numbers are no scores",
        "SEK",
        "Löpnr;Nämnd;Aktivitet;Sökt;Prio;Behov\n1;Kultur;Musik;500000;1;3\n2;Fritid;Läger;400000;2;1\n",
        Call(2, 2, "900,000 kr"),
    ),
    ("no applicants", "SEK", "Aktivitet;Sökt\nMusik;500000\n", Told("the column `applicant` is missing")),
    (
        "names of columns that nobody knows",
        "SEK",
        "A;B;C\n1;2;3\n",
        Told("write the names of the columns in a row above"),
    ),
    (
        "an applicant for several rows",
        "SEK",
        "Nämnd;Aktivitet;Sökt\nKultur;Musik;500000\n;Scen;300000\n",
        Told("lista.csv:3:1"),
    ),
    ("a sum that cannot be read", "SEK", "Nämnd;Aktivitet;Sökt\nKultur;Musik;ca 500 000\n", Told("lista.csv:2:14")),
    (
        "rows without their last empty cells",
        "SEK",
        "Nämnd;Aktivitet;Sökt;Behov\nKultur;Musik;500000;3\nFritid;Läger;400000\nTotal;;900 000\n",
        Call(2, 2, "900,000 kr"),
    ),
    (
        "the mark of Excel for what parts columns",
        "SEK",
        "sep=;\r\nNämnd;Aktivitet;Sökt\r\nKultur;Musik;500000\r\n",
        Call(1, 1, "500,000 kr"),
    ),
    (
        "thousands parted by what parts columns",
        "SEK",
        "Nämnd,Aktivitet,Sökt\nKultur,Musik,350,000\n",
        Told("`350,000` is two cells, as commas part the columns"),
    ),
    (
        "thousands parted by what parts columns, beside a column of scores",
        "SEK",
        "Nämnd,Aktivitet,Sökt,Behov\nKultur,Musik,350,000\nFritid,Läger,500,3\n",
        Told("write `350000`"),
    ),
    (
        "one cell of a column of scores that is none",
        "SEK",
        "Nämnd;Aktivitet;Sökt;Behov\nKultur;Musik;500000;3\nFritid;Läger;400000;bra\nFritid;Kör;1000;2\n",
        Told("lista.csv:3:21"),
    ),
    (
        "letters with their marks apart",
        "SEK",
        "Na\u{308}mnd;Aktivitet;So\u{308}kt belopp\nKulturna\u{308}mnden;Musik;500000\nKulturnämnden;Scen;300000\n",
        Call(2, 1, "800,000 kr"),
    ),
    (
        "thousands said before the number",
        "SEK",
        "Nämnd;Aktivitet;Sökt\nKultur;Musik;tkr 500\n",
        Call(1, 1, "500,000 kr"),
    ),
    (
        "what is asked for as lines",
        "SEK",
        "id;Nämnd;Aktivitet;line;cost\na;Kultur;Musik;löner;300500\na;Kultur;Musik;hyra;200000\n",
        Call(1, 1, "500,500 kr"),
    ),
    (
        "half a heading amid the table",
        "SEK",
        "Nämnd;Aktivitet;Sökt\nKultur;Musik;500000\nNya ansökningar;;\nFritid;Läger;400000\n",
        Told("lista.csv:3:1"),
    ),
];

#[test]
fn a_list_becomes_a_call_or_it_is_said_what_to_do() {
    for (name, currency, list, comes) in LISTS {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("lista.csv");
        fs::write(&path, list).expect("written");
        let output = run(&["init", &path.display().to_string(), "--currency", currency, "--lang", "en"]);
        let (told, said) = (text(&output.stdout), text(&output.stderr));
        match comes {
            Call(activities, applicants, asked) => {
                assert_eq!(status(&output), 0, "{name}: {said}");
                let many =
                    |count: usize, one: &str, more: &str| format!("{count} {}", if count == 1 { one } else { more });
                let counted = format!(
                    ": {} of {}, {asked} in all.",
                    many(*activities, "activity", "activities"),
                    many(*applicants, "applicant", "applicants")
                );
                assert!(told.contains(&counted), "{name}: {told}");
                let call = folder.path().join("call.toml").display().to_string();
                let allocated = run(&["allocate", &call, "-q"]);
                assert_eq!(status(&allocated), 0, "{name}: {}", text(&allocated.stderr));
            }
            Told(what) => {
                assert_eq!(status(&output), 2, "{name}: {told}");
                assert!(said.contains(what) && said.contains("help: "), "{name}: {said}");
                assert!(said.matches("error: ").count() == 1, "{name}: {said}");
            }
        }
    }
}

#[test]
fn the_mark_of_excel_is_no_title() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("lista.csv");
    fs::write(&path, "sep=;\nAnsökningar 2026;;\nNämnd;Aktivitet;Sökt\nKultur;Musik;500000\n").expect("written");
    assert_eq!(status(&run(&["init", &path.display().to_string()])), 0);
    let call = fs::read_to_string(folder.path().join("utlysning.toml")).expect("a call");
    assert!(call.contains("title = \"Ansökningar 2026\"\n"), "{call}");
}

/// What is missing is told by what people write above columns.
#[test]
fn a_fault_in_swedish_names_columns_in_swedish() {
    for (list, says) in [
        ("Aktivitet;Sökt\nMusik;500000\n", "kolumnen `sökande` saknas"),
        ("Nämnd;Aktivitet;Sökt;Äskat\nKultur;Musik;1;2\n", "både `Sökt` och `Äskat` kan vara `sökt belopp`"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("lista.csv");
        fs::write(&path, list).expect("written");
        let output = run(&["init", &path.display().to_string()]);
        assert!(text(&output.stderr).contains(says), "{}", text(&output.stderr));
    }
}

/// A name that several activities have refers to none of them.
#[test]
fn a_name_of_several_is_told_to_be_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("call.toml");
    let activity = |id: &str, more: &str| {
        format!(
            "[[activity]]\nid = \"{id}\"\napplicant = \"n\"\ntitle = \"Läger\"\nask = 1\nscores = {{ c = 1 }}\n{more}"
        )
    };
    let call = format!(
        "title = \"x\"\n[[fund]]\nid = \"f\"\namount = 1\n[[criterion]]\nid = \"c\"\nweight = 1\nmax = 1\n\
         [[applicant]]\nid = \"n\"\n{}{}{}",
        activity("a", ""),
        activity("b", ""),
        activity("c", "requires = [\"Läger\"]\n").replace("title = \"Läger\"", "title = \"Kör\"")
    );
    fs::write(&path, call).expect("written");
    for (lang, says) in
        [("sv", "`Läger` är namnet på mer än en aktivitet"), ("en", "`Läger` is the name of more than one activity")]
    {
        let output = run(&["check", &path.display().to_string(), "--lang", lang]);
        assert_eq!(status(&output), 2);
        assert!(text(&output.stderr).contains(says), "{}", text(&output.stderr));
    }
}
