//! Everything that a person reads is in one language, and which it is.

use std::collections::BTreeSet;
use std::process::Output;

use super::formats::snapshot;
use super::{POSSIBLE, fordela, run, run_with, status, text};

const CALL: &str = "tests/cli/calls/possible.toml";

/// The program in an environment that says this and nothing else of language.
fn in_environment(variables: &[(&str, &str)], args: &[&str]) -> Output {
    fordela(args).envs(variables.iter().copied()).output().expect("the program runs")
}

#[test]
fn the_option_is_before_the_variable_and_the_variable_before_the_locale() {
    const SWEDISH: &str = "fel: det finns ingen fil";
    const ENGLISH: &str = "error: there is no file";
    let file = ["check", "nowhere.toml"];
    let after = ["check", "nowhere.toml", "--lang", "en"];
    let before = ["--lang", "en", "check", "nowhere.toml"];
    let joined = ["check", "--lang=en", "nowhere.toml"];
    let swedish = ["check", "nowhere.toml", "--lang=sv"];
    let both = ["--lang", "sv", "check", "nowhere.toml", "--lang", "en"];
    for (variables, args, says) in [
        (&[][..], &file[..], SWEDISH),
        (&[("LANG", "sv_SE.UTF-8")], &file, SWEDISH),
        // Another locale asks for nothing: then it is Swedish.
        (&[("LANG", "en_GB.UTF-8"), ("LC_MESSAGES", "C"), ("LC_ALL", "en_US.UTF-8")], &file, SWEDISH),
        (&[("FORDELA_LANG", "en")], &file, ENGLISH),
        (&[("FORDELA_LANG", "en"), ("LC_ALL", "sv_SE.UTF-8")], &file, ENGLISH),
        (&[("FORDELA_LANG", "sv"), ("LC_ALL", "en_GB.UTF-8")], &file, SWEDISH),
        (&[("FORDELA_LANG", "")], &file, SWEDISH),
        (&[("FORDELA_LANG", "sv")], &after, ENGLISH),
        (&[("FORDELA_LANG", "sv")], &before, ENGLISH),
        (&[("FORDELA_LANG", "sv")], &joined, ENGLISH),
        (&[("FORDELA_LANG", "en")], &swedish, SWEDISH),
        // What the option says, the variable is not asked for.
        (&[("FORDELA_LANG", "norsk")], &after, ENGLISH),
        (&[], &both, ENGLISH),
    ] {
        let output = in_environment(variables, args);
        let said = text(&output.stderr);
        assert!(status(&output) == 2 && said.starts_with(says), "{variables:?} {args:?}: {said}");
    }
}

#[test]
fn help_of_a_command_takes_the_option_before_and_after() {
    let told = |args: &[&str]| text(&run(args).stdout);
    let help = told(&["reproduce", "--help", "--lang", "en"]);
    assert!(help.contains("Usage: fordela reproduce"), "{help}");
    for args in [
        &["help", "reproduce", "--lang", "en"][..],
        &["help", "--lang=en", "reproduce"],
        &["help", "--lang", "sv", "reproduce", "--lang", "en"],
        &["--lang", "en", "help", "reproduce"],
    ] {
        assert_eq!(told(args), help, "{args:?}");
    }
    assert_eq!(status(&run(&["help", "reproduce", "--lang"])), 2);
}

#[test]
fn a_variable_that_names_no_language_is_wrong_usage() {
    for args in [&["check", CALL][..], &["--help"], &["man"]] {
        let output = in_environment(&[("FORDELA_LANG", "norsk")], args);
        let said = text(&output.stderr);
        assert_eq!(status(&output), 2, "{said}");
        assert!(output.stdout.is_empty());
        assert!(said.contains("miljövariabeln FORDELA_LANG är `norsk`") && said.contains("`en`"), "{said}");
    }
}

/// The option also says it where the rest cannot be understood, but not among what can be no option.
#[test]
fn the_option_decides_the_language_of_wrong_usage() {
    for (args, says) in [
        (&["allocate", "--foo", "--lang", "en"][..], "error: unexpected argument `--foo`"),
        (&["--lang=en", "alocate"], "error: unrecognized command `alocate`"),
        (&["check", CALL, "--lang", "no"], "fel: `--lang <SPRÅK>` kan inte vara `no`"),
        (&["check", CALL, "--", "--lang", "en"], "fel: okänd flagga `--lang`"),
    ] {
        let said = text(&run(args).stderr);
        assert!(said.starts_with(says), "{args:?}: {said}");
    }
}

#[test]
fn what_is_printed_is_in_the_language() {
    for (args, swedish, english) in [
        (&["--help"][..], "Användning: fordela [FLAGGOR] <KOMMANDO>", "Usage: fordela [OPTIONS] <COMMAND>"),
        (
            &["help", "allocate"],
            "Användning: fordela allocate [FLAGGOR] <UTLYSNING>",
            "Usage: fordela allocate [OPTIONS]",
        ),
        (&["completions", "fish"], "-d 'Skriv ut manualsidan, i roff'", "-d 'Print the manual page, in roff'"),
        (&["man"], ".SH ÖVERSIKT", ".SH SYNOPSIS"),
        (&["man"], "förval: exact", "default: exact"),
        (&["schema", "call"], "Vad utlysningen heter", "What the call is called"),
        (&["check", CALL], "Utlysningen", "The call"),
    ] {
        for (lang, says, not) in [("sv", swedish, english), ("en", english, swedish)] {
            let output = run(&[&["--lang", lang], args].concat());
            let printed = text(&output.stdout);
            assert_eq!(status(&output), 0, "{args:?}");
            assert!(printed.contains(says) && !printed.contains(not), "{lang} {args:?}: {printed}");
        }
    }
    for (lang, mark, not) in [("sv", ',', '.'), ("en", '.', ',')] {
        let said = text(&run(&["allocate", CALL, "-v", "--lang", lang]).stderr);
        assert!(said.starts_with("exact: ") && said.contains(mark) && !said.contains(not), "{said}");
    }
}

/// Data holds sentences too, in the language of the option as in that of the variable.
#[test]
fn findings_are_told_as_data_in_the_language() {
    let call = POSSIBLE.replacen("title = \"", "title = \"kontakt@example.org ", 1);
    for (lang, says) in [("sv", "personuppgifter hör inte hemma"), ("en", "personal data does not belong")] {
        let variable = [("FORDELA_LANG", lang)];
        let asked = run_with(&["check", "-", "--format", "json", "--lang", lang], call.as_bytes());
        assert!(text(&asked.stdout).contains(says));
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("call.toml");
        std::fs::write(&path, &call).expect("written");
        let output = in_environment(&variable, &["check", path.to_str().expect("a plain name"), "--format", "json"]);
        assert!(text(&output.stdout).contains(says));
    }
}

/// The commands, as the help names them.
fn commands() -> Vec<String> {
    let help = text(&run(&["--help", "--lang", "en"]).stdout);
    let (_, commands) = help.split_once("Commands:\n").expect("commands");
    let names = commands.lines().map_while(|line| line.split_whitespace().next().map(str::to_owned));
    let names: Vec<String> = names.filter(|name| name != "help").collect();
    assert!(names.len() > 10 && names.contains(&"allocate".to_owned()), "{names:?}");
    names
}

/// The words of a help, without what is the same in all languages: what stands in backticks, names of commands, options and
/// values, and what has a digit or a sign in it.
fn words(help: &str, command: &str) -> BTreeSet<String> {
    let plain: String = help.split('`').step_by(2).collect();
    // Of `[default: exact]` only what it is.
    let plain: String = plain.split('[').map(without_values).collect();
    let lines = plain.lines().map(|line| without_name(line, command));
    let tokens = lines.flat_map(|line| line.split([' ', '<', '|']).map(str::to_owned).collect::<Vec<_>>());
    let is_name = |token: &String| token.starts_with('-') || ["fordela", "FORDELA_LANG"].contains(&token.as_str());
    let is_value = |token: &String| token.contains(|sign: char| "_/".contains(sign) || sign.is_ascii_digit());
    let told = tokens.filter(|token| !is_name(token) && !is_value(token) && !token.trim_end_matches('.').contains('.'));
    let words = told
        .flat_map(|token| token.split(|sign: char| !sign.is_alphabetic()).map(str::to_lowercase).collect::<Vec<_>>());
    words.filter(|word| word.chars().count() > 1).collect()
}

/// A line without the name of a command or a value that it begins with, and without that of the command itself.
fn without_name(line: &str, command: &str) -> String {
    let text = line.trim_start();
    let indent = line.len() - text.len();
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let is_command = indent == 2 && first.chars().all(|sign| sign.is_ascii_lowercase() || sign == '-');
    let is_value = indent > 2 && first.ends_with(':');
    let line = if is_command || is_value { rest } else { text };
    line.replacen(&format!("fordela {command} "), "fordela ", 1)
}

fn without_values(part: &str) -> String {
    match part.split_once(']') {
        Some((inside, after)) => format!(" {} {after}", inside.split(':').next().unwrap_or_default()),
        None => part.to_owned(),
    }
}

/// What is a word in both languages, or stands for itself in both.
const IN_BOTH: &[&str] = &[
    "budget", "csv", "en", "eur", "excel", "fordela", "format", "given", "hand", "id", "in", "json", "krona", "lang",
    "markdown", "pdf", "period", "person", "program", "rfc", "roff", "scenario", "sek", "standard", "svg", "terminal",
    "text", "toml", "under", "version", "word",
];

#[test]
fn no_help_has_a_word_of_the_other_language() {
    let (mut swedish, mut english) = (BTreeSet::new(), BTreeSet::new());
    for command in commands() {
        for how in ["-h", "--help"] {
            let help = |lang| {
                let output = run(&[&command, how, "--lang", lang]);
                assert_eq!(status(&output), 0, "{command}");
                assert!(output.stderr.is_empty());
                words(&text(&output.stdout), &command)
            };
            swedish.extend(help("sv"));
            english.extend(help("en"));
        }
    }
    for (lang, words) in [("sv", &mut swedish), ("en", &mut english)] {
        words.extend(self::words(&text(&run(&["--help", "--lang", lang]).stdout), ""));
    }
    assert!(swedish.len() > 300 && english.len() > 300, "{} {}", swedish.len(), english.len());
    let both: Vec<&str> = swedish.intersection(&english).map(String::as_str).collect();
    assert_eq!(both, IN_BOTH);
}

/// Each kind of wrong usage, as it is told.
#[test]
fn wrong_usage_in_both_languages() {
    let mut told = String::new();
    for args in [
        &[][..],
        &["-q"],
        &["alocate"],
        &["help", "allocation"],
        &["check"],
        &["compare", CALL],
        &["what-if", CALL],
        &["audit", CALL, "--tries", "3"],
        &["allocate", CALL, "--foramt", "json"],
        &["allocate", CALL, "--nonsense"],
        &["check", CALL, "other.toml"],
        &["allocate", CALL, "--backend", "gurobi"],
        &["allocate", CALL, "--format", "jsn"],
        &["allocate", CALL, "--format"],
        &["allocate", CALL, "--output="],
        &["allocate", CALL, "--quiet=yes"],
        &["allocate", CALL, "-q", "-v"],
        &["allocate", CALL, "--width", "50", "--width", "60"],
        &["explain", CALL, "dans", "--why-not", "teater"],
        &["allocate", CALL, "--width", "20"],
        &["allocate", CALL, "--width", "wide"],
        &["allocate", CALL, "--time-limit", "soon"],
        &["allocate", CALL, "--time-limit", "0"],
        &["alternatives", CALL, "--within", "little"],
        &["alternatives", CALL, "--within", "300%"],
        &["what-if", CALL, "--set", "budget"],
        &["reproduce", "beslut.log", "--entry", "last"],
        &["completions", "cmd"],
        &["schema", "calls"],
        &["sweep", CALL, "--vary", "budget=1..2:1", "--by", "board"],
    ] {
        for lang in ["sv", "en"] {
            let output = run(&[args, &["--lang", lang]].concat());
            assert_eq!(status(&output), 2, "{args:?}");
            assert!(output.stdout.is_empty(), "{args:?}");
            told += &format!("$ fordela {} --lang {lang}\n{}\n", args.join(" "), text(&output.stderr));
        }
    }
    snapshot("wrong-usage", &told);
}

#[cfg(unix)]
#[test]
fn what_is_no_text_is_told_in_the_language() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    for (lang, says) in [("sv", "fel: det som skrevs är inte text"), ("en", "error: what was typed is no text")] {
        let mut command = fordela(&["explain", CALL, "--lang", lang]);
        let output = command.arg(OsStr::from_bytes(b"\xff")).output().expect("the program runs");
        assert!(status(&output) == 2 && text(&output.stderr).starts_with(says), "{}", text(&output.stderr));
    }
}
