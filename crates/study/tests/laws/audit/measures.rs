//! What is measured of how evenly is granted, by other formulas.

use fordela::compare::Side;
use fordela_oracle::generate::ALL;
use fordela_proptest::tries;
use proptest::prelude::*;

use super::{audited, decided, of_activities, plain_activities, valid};

proptest! {
    #![proptest_config(tries(200))]

    // Gini as the mean difference of all pairs, Jain by the coefficient of variation, Theil as it is defined.
    #[test]
    fn measures_by_other_formulas((draft, amounts) in decided(ALL)) {
        let call = valid(&draft);
        let amounts = &amounts[..draft.activities.len()];
        let side = Side::granted_by_id(&call, &of_activities(&draft, amounts)).expect("known ids");
        let found = audited(&side, None, 0)?;
        let parties = plain_activities(&call, amounts);
        let asking = || parties.iter().filter(|party| party.2.is_positive());
        let shares: Vec<f64> = asking().map(|(_, _, ask, grant)| grant.to_f64() / ask.to_f64()).collect();
        let own = found.activities.expect("all is known");
        prop_assert_eq!(own.count, shares.len());
        let (n, sum) = (f64::from(u32::try_from(shares.len()).expect("few")), shares.iter().sum::<f64>());
        let Some(gini) = &own.shares.gini else {
            prop_assert!(sum == 0.0 && own.shares.jain.is_none() && found.theil.is_none());
            return Ok(());
        };
        let near = |one: f64, other: f64| (one - other).abs() < 1e-9;
        let pairs: f64 = shares.iter().flat_map(|a| shares.iter().map(move |b| (a - b).abs())).sum();
        prop_assert!(near(gini.to_f64(), pairs / (2.0 * n * sum)));
        let mean = sum / n;
        let variance = shares.iter().map(|share| (share - mean).powi(2)).sum::<f64>() / n;
        let jain = own.shares.jain.expect("something is granted").to_f64();
        prop_assert!(near(jain, 1.0 / (1.0 + variance / (mean * mean))));
        let term = |share: &f64| if *share > 0.0 { share / mean * (share / mean).ln() } else { 0.0 };
        let theil = found.theil.expect("something is granted");
        for split in [theil.applicants, theil.areas] {
            prop_assert!(near(split.total, shares.iter().map(term).sum::<f64>() / n));
            prop_assert!(near(split.between + split.within, split.total) && split.within > -1e-9);
        }
        let spread = own.spread.expect("somebody asked");
        let least = asking().map(|(_, _, ask, grant)| grant / ask).min().expect("somebody asked");
        prop_assert_eq!(&spread.least.share, &least);
        for id in &spread.least.whose {
            let (_, _, ask, grant) = parties.iter().find(|party| party.0 == *id).expect("an id of the call");
            prop_assert_eq!(grant / ask, least.clone());
        }
    }
}
