//! What the README shows is what the program prints.

use std::fs;

use super::{run, status, text};

/// A command that the README gives, and the output that it shows below it.
struct Shown {
    command: String,
    output: String,
}

/// Every block, with its kind.
fn blocks(readme: &str) -> Vec<(&str, &str)> {
    let mut blocks = Vec::new();
    let mut rest = readme;
    while let Some((_, after)) = rest.split_once("\n```") {
        let (kind, body) = after.split_once('\n').expect("a block has a first line");
        let (body, after) = body.split_once("\n```").expect("a block ends");
        blocks.push((kind, body));
        rest = after;
    }
    blocks
}

/// Every block of one command that is followed by a block of text.
fn shown(readme: &str) -> Vec<Shown> {
    let blocks = blocks(readme);
    let pairs = blocks.windows(2).filter(|pair| pair[0].0 == "sh" && pair[1].0 == "text");
    let pairs = pairs.filter_map(|pair| Some((pair[0].1.strip_prefix("fordela ")?, pair[1].1)));
    pairs.map(|(command, output)| Shown { command: command.to_owned(), output: output.to_owned() }).collect()
}

#[test]
fn shows_what_the_program_prints() {
    let readme = fs::read_to_string("README.md").expect("the README");
    let all = shown(&readme);
    assert!(all.len() >= 2, "the README shows an allocation and a what-if");
    for Shown { command, output } in all {
        let args: Vec<&str> = command.split_whitespace().collect();
        let ran = run(&args);
        assert_eq!(status(&ran), 0, "{}", text(&ran.stderr));
        // Amounts have hard spaces in Swedish only; lines end without spaces.
        let mut printed = &text(&ran.stdout)[..];
        for part in output.split("[…]") {
            let part = part.trim_matches('\n');
            let at = printed.find(part);
            let at = at.unwrap_or_else(|| panic!("`fordela {command}` does not print\n{part}\nbut\n{printed}"));
            printed = &printed[at + part.len()..];
        }
    }
}

#[test]
fn shows_code_of_examples_as_it_is() {
    // Code that is indented in an example need not be so in the README.
    let flush = |code: &str| code.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    let readme = fs::read_to_string("README.md").expect("the README");
    let rust = blocks(&readme).into_iter().filter(|(kind, _)| *kind == "rust");
    let parts: Vec<String> = rust.map(|(_, body)| flush(body)).collect();
    let examples = ["quickstart", "own_rule"].map(|name| {
        let code = fs::read_to_string(format!("examples/{name}.rs")).expect("an example");
        (name, flush(&code))
    });
    for part in &parts {
        assert!(examples.iter().any(|(_, code)| code.contains(part)), "no example has\n{part}");
    }
    for (name, code) in &examples {
        assert!(parts.iter().any(|part| code.contains(part)), "nothing of {name} is shown");
    }
}
