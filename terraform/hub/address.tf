# The hub's public address. People's bookmarks and the DNS record depend on it: the program refuses a change that
# deletes or replaces it, except for destroy.
resource "google_compute_global_address" "hub" {
  project      = var.config.project
  name         = "${var.config.name}-ip"
  address_type = "EXTERNAL"
}
