//! The XML of a payment file, written by quick-xml, which escapes every text.

use std::io::{Error, Write};

use polku_values::Cents;
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};

use super::{LONGEST_MESSAGE, LONGEST_NAME, Payer, Payment, PaymentFile, SepaError, plain};

const NAMESPACE: &str = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
/// The longest id (`Max35Text`).
const LONGEST_ID: usize = 35;
/// The highest amount of a SEPA credit transfer.
const HIGHEST: Cents = Cents(99_999_999_999);

/// Writes a payment file.
///
/// # Errors
/// [`SepaError`] when something in it is not what a bank takes.
pub fn write(file: &PaymentFile) -> Result<Vec<u8>, SepaError> {
    check(file)?;
    let mut xml = Xml(Writer::new(Vec::new()));
    xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let document = BytesStart::new("Document").with_attributes([("xmlns", NAMESPACE)]);
    xml.event(Event::Start(document))?;
    xml.within("CstmrCdtTrfInitn", |xml| {
        xml.within("GrpHdr", |xml| header(xml, file))?;
        xml.within("PmtInf", |xml| batch(xml, file))
    })?;
    xml.event(Event::End(BytesEnd::new("Document")))?;
    Ok(xml.0.into_inner())
}

/// The sum of the payments.
fn sum(file: &PaymentFile) -> Cents {
    file.payments.iter().map(|payment| payment.amount).sum()
}

fn check(file: &PaymentFile) -> Result<(), SepaError> {
    let ids = file.payments.iter().map(|payment| payment.id.as_str());
    let is_id = |id: &str| {
        (1..=LONGEST_ID).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    if file.payments.is_empty() {
        return Err(SepaError::Empty);
    }
    if !std::iter::once(file.id.as_str()).chain(ids).all(is_id) {
        return Err(SepaError::Text("id"));
    }
    let payable = |payment: &Payment| Cents::ZERO < payment.amount && payment.amount <= HIGHEST;
    if !file.payments.iter().all(payable) {
        return Err(SepaError::Amount);
    }
    let named = file
        .payments
        .iter()
        .all(|payment| !plain(&payment.name, LONGEST_NAME).is_empty());
    if !named || plain(&file.payer.name, LONGEST_NAME).is_empty() {
        return Err(SepaError::Text("name"));
    }
    if plain(&file.payer.message, LONGEST_MESSAGE).is_empty() {
        return Err(SepaError::Text("message"));
    }
    Ok(())
}

fn header<W: Write>(xml: &mut Xml<W>, file: &PaymentFile) -> Result<(), Error> {
    xml.text("MsgId", &file.id)?;
    xml.text("CreDtTm", &file.made.strftime("%Y-%m-%dT%H:%M:%S").to_string())?;
    numbers(xml, file)?;
    xml.within("InitgPty", |xml| payer(xml, &file.payer))
}

fn numbers<W: Write>(xml: &mut Xml<W>, file: &PaymentFile) -> Result<(), Error> {
    xml.text("NbOfTxs", &file.payments.len().to_string())?;
    xml.text("CtrlSum", &sum(file).plain())
}

fn payer<W: Write>(xml: &mut Xml<W>, payer: &Payer) -> Result<(), Error> {
    xml.text("Nm", &plain(&payer.name, LONGEST_NAME))?;
    if payer.service_id.is_empty() {
        return Ok(());
    }
    xml.path(&["Id", "OrgId", "Othr"], |xml| {
        xml.text("Id", &plain(&payer.service_id, LONGEST_ID))?;
        xml.within("SchmeNm", |xml| xml.text("Cd", "BANK"))
    })
}

fn batch<W: Write>(xml: &mut Xml<W>, file: &PaymentFile) -> Result<(), Error> {
    xml.text("PmtInfId", &file.id)?;
    xml.text("PmtMtd", "TRF")?;
    xml.text("BtchBookg", "true")?;
    numbers(xml, file)?;
    xml.path(&["PmtTpInf", "SvcLvl"], |xml| xml.text("Cd", "SEPA"))?;
    xml.within("ReqdExctnDt", |xml| xml.text("Dt", &file.bank_day.to_string()))?;
    xml.within("Dbtr", |xml| payer(xml, &file.payer))?;
    xml.path(&["DbtrAcct", "Id"], |xml| {
        xml.text("IBAN", file.payer.account.as_str())
    })?;
    // Within SEPA the account tells its bank (Regulation (EU) 260/2012, article 5): no BIC is asked for.
    xml.path(&["DbtrAgt", "FinInstnId", "Othr"], |xml| {
        xml.text("Id", "NOTPROVIDED")
    })?;
    xml.text("ChrgBr", "SLEV")?;
    for one in &file.payments {
        xml.within("CdtTrfTxInf", |xml| payment(xml, one, &file.payer.message))?;
    }
    Ok(())
}

fn payment<W: Write>(xml: &mut Xml<W>, payment: &Payment, message: &str) -> Result<(), Error> {
    xml.within("PmtId", |xml| xml.text("EndToEndId", &payment.id))?;
    xml.within("Amt", |xml| {
        let amount = BytesStart::new("InstdAmt").with_attributes([("Ccy", "EUR")]);
        xml.event(Event::Start(amount))?;
        xml.event(Event::Text(BytesText::new(&payment.amount.plain())))?;
        xml.event(Event::End(BytesEnd::new("InstdAmt")))
    })?;
    xml.within("Cdtr", |xml| xml.text("Nm", &plain(&payment.name, LONGEST_NAME)))?;
    xml.path(&["CdtrAcct", "Id"], |xml| {
        xml.text("IBAN", payment.account.as_str())
    })?;
    xml.within("RmtInf", |xml| {
        xml.text("Ustrd", &plain(message, LONGEST_MESSAGE))
    })
}

/// Elements within elements.
struct Xml<W: Write>(Writer<W>);

impl<W: Write> Xml<W> {
    fn event(&mut self, event: Event<'_>) -> Result<(), Error> {
        self.0.write_event(event)
    }

    fn within(
        &mut self,
        name: &str,
        inner: impl FnOnce(&mut Self) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.event(Event::Start(BytesStart::new(name)))?;
        inner(self)?;
        self.event(Event::End(BytesEnd::new(name)))
    }

    /// Elements each within the one before.
    fn path(
        &mut self,
        names: &[&str],
        inner: impl FnOnce(&mut Self) -> Result<(), Error>,
    ) -> Result<(), Error> {
        for name in names {
            self.event(Event::Start(BytesStart::new(*name)))?;
        }
        inner(self)?;
        for name in names.iter().rev() {
            self.event(Event::End(BytesEnd::new(*name)))?;
        }
        Ok(())
    }

    fn text(&mut self, name: &str, text: &str) -> Result<(), Error> {
        self.within(name, |xml| xml.event(Event::Text(BytesText::new(text))))
    }
}

#[cfg(test)]
#[path = "xml_tests.rs"]
mod tests;
