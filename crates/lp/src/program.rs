//! A linear program: maximise a value over boxed columns under labelled rows.

use fordela_num::{Rational, Total};

/// The place of a column in its [`Program`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnId(pub usize);

/// The place of a row in its [`Program`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub usize);

/// One variable, between two finite bounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The smallest value.
    pub lower: Rational,
    /// The largest value.
    pub upper: Rational,
    /// What one unit adds to the value of the program.
    pub value: Rational,
    /// Whether only whole numbers are allowed.
    pub integer: bool,
}

impl Column {
    /// A continuous column from zero to `upper`, worth `value` a unit.
    #[must_use]
    pub fn up_to(upper: Rational, value: Rational) -> Self {
        Self { lower: Rational::ZERO, upper, value, integer: false }
    }

    /// A yes-or-no column, worth `value` when it is yes.
    #[must_use]
    pub fn choice(value: Rational) -> Self {
        Self { lower: Rational::ZERO, upper: Rational::ONE, value, integer: true }
    }
}

/// One constraint: `at_least ≤ Σ coefficient · column ≤ at_most`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What the row is called in tests and messages.
    pub label: String,
    /// The columns with their coefficients, each column once.
    pub terms: Vec<(ColumnId, Rational)>,
    /// The smallest allowed sum, if any.
    pub at_least: Option<Rational>,
    /// The largest allowed sum, if any.
    pub at_most: Option<Rational>,
}

impl Row {
    /// A row whose sum is at most `limit`.
    #[must_use]
    pub fn at_most(label: impl Into<String>, terms: Vec<(ColumnId, Rational)>, limit: Rational) -> Self {
        Self { label: label.into(), terms, at_least: None, at_most: Some(limit) }
    }

    /// A row whose sum is at least `limit`.
    #[must_use]
    pub fn at_least(label: impl Into<String>, terms: Vec<(ColumnId, Rational)>, limit: Rational) -> Self {
        Self { label: label.into(), terms, at_least: Some(limit), at_most: None }
    }

    /// A row whose sum is exactly `value`.
    #[must_use]
    pub fn exactly(label: impl Into<String>, terms: Vec<(ColumnId, Rational)>, value: Rational) -> Self {
        Self { label: label.into(), terms, at_least: Some(value.clone()), at_most: Some(value) }
    }

    /// The sum of the row at a point.
    #[must_use]
    pub fn sum(&self, point: &[Rational]) -> Rational {
        self.terms
            .iter()
            .fold(Rational::ZERO, |sum, (column, coefficient)| sum.plus_product(coefficient, &point[column.0]))
    }
}

/// Maximise the value of the columns under the rows.
///
/// All numbers are exact, so nothing that is not finite can be in a program. Every column has finite
/// bounds, so a program is never unbounded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Program {
    columns: Vec<Column>,
    rows: Vec<Row>,
}

impl Program {
    /// A program with no columns and no rows.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a column and returns its place.
    pub fn add_column(&mut self, column: Column) -> ColumnId {
        self.columns.push(column);
        ColumnId(self.columns.len() - 1)
    }

    /// Adds a row and returns its place.
    pub fn add_row(&mut self, row: Row) -> RowId {
        self.rows.push(row);
        RowId(self.rows.len() - 1)
    }

    /// Takes away the limits of rows that no columns between their bounds can break.
    pub fn drop_idle_limits(&mut self) {
        for row in &mut self.rows {
            let (mut lowest, mut highest) = (Rational::ZERO, Rational::ZERO);
            for (column, a) in &row.terms {
                let Column { lower, upper, .. } = &self.columns[column.0];
                let (low, high) = if a.is_negative() { (upper, lower) } else { (lower, upper) };
                lowest = lowest.plus_product(a, low);
                highest = highest.plus_product(a, high);
            }
            row.at_least.take_if(|least| *least <= lowest);
            row.at_most.take_if(|most| *most >= highest);
        }
    }

    /// Leaves a column only this value.
    pub fn fix(&mut self, column: ColumnId, value: Rational) {
        let column = &mut self.columns[column.0];
        (column.lower, column.upper) = (value.clone(), value);
    }

    /// The same program with other values of its columns.
    #[must_use]
    pub fn with_values(&self, values: impl IntoIterator<Item = Rational>) -> Self {
        let columns = self.columns.iter().zip(values).map(|(column, value)| Column { value, ..column.clone() });
        Self { columns: columns.collect(), rows: self.rows.clone() }
    }

    /// The same program on whole numbers only.
    #[must_use]
    pub fn all_integer(&self) -> Self {
        let columns = self.columns.iter().map(|column| Column { integer: true, ..column.clone() });
        Self { columns: columns.collect(), rows: self.rows.clone() }
    }

    /// The same program of the columns that have room to move, where all others stand.
    #[must_use]
    pub fn open(&self) -> Open {
        self.open_with(&self.columns, |_, row| (row.at_least.as_ref(), row.at_most.as_ref()))
    }

    /// What is [open](Self::open) of this program with other columns, as many, and other limits of its rows by their places.
    #[must_use]
    pub fn open_with<'l, 'p: 'l>(
        &'p self,
        columns: &[Column],
        limits: impl Fn(RowId, &'p Row) -> (Option<&'l Rational>, Option<&'l Rational>),
    ) -> Open {
        let mut program = Self::new();
        let mut places = Vec::with_capacity(columns.len());
        for column in columns {
            let has_room = column.lower < column.upper;
            places.push(has_room.then(|| program.add_column(column.clone())).ok_or_else(|| column.lower.clone()));
        }
        for (place, row) in self.rows.iter().enumerate() {
            let (mut terms, mut fixed) = (Vec::new(), Total::default());
            for (column, a) in &row.terms {
                match &places[column.0] {
                    Ok(open) => terms.push((*open, a.clone())),
                    Err(value) => fixed.add_product(a, value),
                }
            }
            let fixed = fixed.sum();
            let (at_least, at_most) = limits(RowId(place), row);
            let left = |limit: &Rational| limit - &fixed;
            let (at_least, at_most) = (at_least.map(left), at_most.map(left));
            program.add_row(Row { label: row.label.clone(), terms, at_least, at_most });
        }
        Open { program, places }
    }

    /// All columns, in the order they were added.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// All rows, in the order they were added.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row with this label, if there is one.
    #[must_use]
    pub fn row(&self, label: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.label == label)
    }

    /// Whether some column is an integer.
    #[must_use]
    pub fn has_integer_columns(&self) -> bool {
        self.columns.iter().any(|column| column.integer)
    }

    /// The value of a point.
    #[must_use]
    pub fn value(&self, point: &[Rational]) -> Rational {
        self.columns.iter().zip(point).fold(Rational::ZERO, |sum, (column, x)| sum.plus_product(&column.value, x))
    }
}

/// What is left of a program when columns without room to move are taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// The program of the other columns, with a row for each row, whose limits are what those that are gone leave.
    pub program: Program,
    /// Of every column of the whole program, its place among those that are left, or where it stands.
    places: Vec<Result<ColumnId, Rational>>,
}

impl Open {
    /// The place of a column of the whole program, if it is left.
    #[must_use]
    pub fn place(&self, column: ColumnId) -> Option<ColumnId> {
        self.places[column.0].as_ref().ok().copied()
    }

    /// Things of the columns that are left, from things of all columns.
    #[must_use]
    pub fn left<T>(&self, all: Vec<T>) -> Vec<T> {
        all.into_iter().zip(&self.places).filter(|(_, place)| place.is_ok()).map(|(thing, _)| thing).collect()
    }

    /// The point of the whole program, from one of what is left of it.
    #[must_use]
    pub fn point(self, mut left: Vec<Rational>) -> Vec<Rational> {
        let value =
            |place: Result<ColumnId, Rational>| place.map_or_else(|fixed| fixed, |id| std::mem::take(&mut left[id.0]));
        self.places.into_iter().map(value).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(number: i64) -> Rational {
        Rational::from(number)
    }

    #[test]
    fn what_has_no_room_to_move_is_taken_from_the_limits() {
        let mut program = Program::new();
        let column = |lower, upper| Column { lower: whole(lower), ..Column::up_to(whole(upper), whole(1)) };
        let [x, y, z] = [(0, 3), (2, 2), (1, 4)].map(|(lower, upper)| program.add_column(column(lower, upper)));
        program.add_row(Row::at_most("all", vec![(x, whole(1)), (y, whole(3)), (z, whole(1))], whole(10)));
        let open = program.open();
        assert_eq!(open.program.columns().len(), 2);
        assert_eq!(open.program.rows()[0].terms, [(ColumnId(0), whole(1)), (ColumnId(1), whole(1))]);
        // Two threes are taken from ten.
        assert_eq!(open.program.rows()[0].at_most, Some(whole(4)));
        assert_eq!([x, y, z].map(|column| open.place(column)), [Some(ColumnId(0)), None, Some(ColumnId(1))]);
        assert_eq!(open.left(vec!["x", "y", "z"]), ["x", "z"]);
        assert_eq!(open.point(vec![whole(3), whole(1)]), [whole(3), whole(2), whole(1)]);
    }
}
