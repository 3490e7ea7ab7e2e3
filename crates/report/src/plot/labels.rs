//! Labels beside the ends of lines, moved apart.

use fordela::Rational;

/// Where labels stand that would like to stand at `wanted`: in the same order, at least `apart` from each other and
/// between `top` and `bottom`, as long as there is room for all of them.
pub(super) fn apart(wanted: &[Rational], apart: i64, top: i64, bottom: i64) -> Vec<Rational> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].cmp(&wanted[b]).then(a.cmp(&b)));
    let (apart, mut free) = (Rational::from(apart), Rational::from(top));
    let mut places = wanted.to_vec();
    for &n in &order {
        places[n] = (&places[n]).max(&free).clone();
        free = &places[n] + &apart;
    }
    let mut free = Rational::from(bottom);
    for &n in order.iter().rev() {
        places[n] = (&places[n]).min(&free).clone();
        free = &places[n] - &apart;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(places: &[i64]) -> Vec<Rational> {
        places.iter().map(|&place| Rational::from(place)).collect()
    }

    #[test]
    fn moves_only_what_is_too_close() {
        assert_eq!(apart(&whole(&[50, 10]), 15, 0, 100), whole(&[50, 10]));
        assert_eq!(apart(&whole(&[50, 50, 52]), 15, 0, 100), whole(&[50, 65, 80]));
        assert_eq!(apart(&whole(&[98, 99, 95]), 15, 0, 100), whole(&[85, 100, 70]));
    }
}
