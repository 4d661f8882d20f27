output "address" {
  description = "Name of the reserved address, which the Ingress refers to, and the address itself."
  value = {
    name    = google_compute_global_address.hub.name
    address = google_compute_global_address.hub.address
  }
}
