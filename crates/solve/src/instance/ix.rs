//! Places in an instance, a type for each kind of thing.

/// A kind of place.
macro_rules! places {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(usize);

        impl From<usize> for $name {
            fn from(place: usize) -> Self {
                Self(place)
            }
        }

        impl From<$name> for usize {
            fn from(place: $name) -> Self {
                place.0
            }
        }
    )+};
}

places! {
    /// The place of an activity in the order of ids.
    ActivityIx,
    /// The place of an applicant in the order of ids.
    ApplicantIx,
    /// The place of a fund in the order of ids.
    FundIx,
    /// The place of a cap or floor in the order of its rule's id and its subject.
    CaseIx,
    /// The place of a link in the order of the ids it is written in and as.
    LinkIx,
    /// The place of a line among those of its activity, in the order of ids.
    LineIx,
    /// The place of a level in the list of its activity.
    LevelIx,
}
