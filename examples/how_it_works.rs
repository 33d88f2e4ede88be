//! Prints the page `/how-it-works` from the tables that the code computes
//! with: `cargo run --example how_it_works > assets/pages/how-it-works.html`.
//! A test fails while the checked-in page says something else.

fn main() {
    print!("{}", cv_review::analyse::explained::page());
}
