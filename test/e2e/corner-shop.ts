/** A small company that is sound, with two tools and a flow between them. */
export const SHOP = `mission feed "Feed the street"

/// Fresh **every** day.
goal fresh "Fresh bread" {
  serves feed
}

team bakers "Bakers"

tool till "Till" {
  category pos
  serves fresh
  accountable bakers
}

tool webshop "Webshop" {
  category app
  serves fresh
  accountable bakers
}

flow till -> webshop "Stock"
`;
