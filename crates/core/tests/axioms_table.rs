//! probe
use fordela::axiom::{Axiom, SmallCalls, Verdict, search};
use fordela::fairness::baseline;
use fordela::Lang;
#[test]
fn table() {
    let tries: usize = std::env::var("TRIES").ok().and_then(|t| t.parse().ok()).unwrap_or(1000);
    for rule in baseline::all() {
        let t = std::time::Instant::now();
        println!("== {}", rule.name());
        for axiom in Axiom::ALL {
            let t = std::time::Instant::now();
            match search(rule.as_ref(), axiom, SmallCalls::new(7), tries) {
                Verdict::Held { tries } => println!("  ok {axiom} {tries} {:?}", t.elapsed()),
                Verdict::Broken(c) => println!("  XX {axiom} {:?} {} {}", t.elapsed(), c.call_in_words(Lang::En), c.sentence(Lang::En)),
            }
        }
        println!("   {:?}", t.elapsed());
    }
}
