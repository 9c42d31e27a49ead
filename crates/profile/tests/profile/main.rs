//! What an operator, an administrator and the rest of the product may rely on in a profile.

mod broken;
mod documented;
mod draft;
mod keep;
mod labels;
mod law;
mod shipped;
