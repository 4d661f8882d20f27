# The platform of a hub: APIs, network, cluster and the identity of its nodes. One state per platform.
#
# The program computes every name and writes config.auto.tfvars.json; the HCL only places values. There are no data
# sources and no helm or kubernetes provider, so the root can be planned before anything exists. README.md says how to
# run it without the program.

terraform {
  required_version = ">= 1.9"

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = ">= 7.40.0, < 8.0.0"
    }
  }

  # Bucket and prefix come from -backend-config. A credential must never come that way: it would be written to disk.
  backend "gcs" {}
}

provider "google" {
  project         = var.project
  region          = local.region
  universe_domain = var.universe_domain
  poll_interval   = var.poll_interval

  # Labels are ours to choose; the provider's own would show up as a change on adopted resources.
  add_terraform_attribution_label = false

  # Reads of enabled services wait this long for more of their kind; with the provider's own 3 s every plan idles.
  batching {
    send_after      = "100ms"
    enable_batching = true
  }
}
